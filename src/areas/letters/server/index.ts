import type { Area } from '../../../platform/server/http/implement.ts'
import { letterTexts } from '../texts.zh.ts'
import { overdueLetters } from './jobs.ts'
import { routes } from './routes.ts'

export const letters: Area = { name: 'letters', routes, texts: letterTexts, repeated: [overdueLetters] }
