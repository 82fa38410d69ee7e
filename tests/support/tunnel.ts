import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** A way to a server that can be cut, as when a phone loses its network: page, worker and queue all lose it. */
export interface Tunnel {
  readonly address: string
  /** Refuses and ends every connection. */
  cut(): Promise<void>
  /** Lets connections through again, on the same port. */
  join(): Promise<void>
}

export const openTunnel = async (target: string): Promise<Tunnel> => {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  let server: Server | undefined
  const listen = async (at: number): Promise<number> => {
    server = createServer((near) => {
      const far = connect(Number(port), hostname)
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(one)
        one.on('error', () => other.destroy())
        one.on('close', () => {
          open.delete(one)
          other.destroy()
        })
        one.pipe(other)
      }
    })
    await new Promise<void>((ready) => server!.listen(at, '127.0.0.1', ready))
    return (server.address() as AddressInfo).port
  }
  const own = await listen(0)
  return {
    address: `http://127.0.0.1:${own}`,
    cut: async () => {
      const closed = new Promise((done) => server?.close(done))
      for (const socket of open) socket.destroy()
      await closed
    },
    join: async () => void (await listen(own)),
  }
}
