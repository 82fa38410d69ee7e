export { consolePath } from './links.ts'
