import { v7 } from 'uuid'

/** A new row id: UUID version 7, so ids sort by creation time (millisecond) within one process. */
export const newId = (): string => v7()

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** True for a lower-case UUID of any version. Used before an id is put into SET LOCAL, which takes no parameters. */
export const isId = (text: string): boolean => UUID.test(text)
