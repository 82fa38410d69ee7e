export * from './measures.ts'
