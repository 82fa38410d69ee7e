import { useParams } from '@tanstack/react-router'

/** The part `$name` of the page's path. Throws where the page's path has no such part. */
export const usePart = (name: string): string => {
  const parts: Record<string, string | undefined> = useParams({ strict: false })
  const value = parts[name]
  if (value === undefined) throw new Error(`the path has no part $${name}`)
  return value
}
