import highsModule, { type Highs } from 'highs'

// The package's types describe its CommonJS form, where the default is a field; its ES module exports the loader itself.
const load = highsModule as unknown as () => Promise<Highs>

let loaded: Promise<Highs> | undefined

/** HiGHS (https://highs.dev, MIT) as WebAssembly: linear and integer programs, one thread. */
export const loadHighs = (): Promise<Highs> => (loaded ??= load())
