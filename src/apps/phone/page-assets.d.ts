declare module 'virtual:page-assets' {
  interface Assets {
    readonly scripts: readonly string[]
    readonly styles: readonly string[]
  }
  export const assets: Readonly<Record<'phone' | 'stage' | 'wall', Assets>>
}
