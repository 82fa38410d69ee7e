import type { FastifyInstance } from 'fastify'
import type { Services } from '../../platform/server/services.ts'

/** Pages for browsers: stage, console, phone, wall. */
export const addPages = async (_http: FastifyInstance, _services: Services): Promise<void> => {}
