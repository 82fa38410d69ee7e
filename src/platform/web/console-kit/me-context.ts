import { createContext, use } from 'react'
import type { Me } from '../me.ts'

export const MeContext = createContext<Me | undefined>(undefined)

/** The signed-in person. Every page of the console stands inside the frame, which knows it. */
export const useMe = (): Me => {
  const me = use(MeContext)
  if (!me) throw new Error('useMe outside the signed-in frame')
  return me
}
