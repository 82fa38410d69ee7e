import { fail, ok } from '../../../platform/base/result.ts'
import { implement, type Route } from '../../../platform/server/http/implement.ts'
import { stale } from '../../../platform/server/http/stale.ts'
import * as contract from '../contract.ts'
import { acceptVisit, cancelVisit, declineVisit } from './answer-dispatch.ts'
import { createFeed, readFeed } from './feeds.ts'
import { startPlan } from './make-plan.ts'
import * as menu from './menu-queries.ts'
import { arriveAtVisit, countHeads, readCode, signInToVisit } from './on-site.ts'
import { createRequest, raiseNeeds, refuseRequest, withdrawRequest } from './order.ts'
import { judgeMove, placeVisit, removeVisit, whyHere } from './place-visit.ts'
import * as plans from './plan-queries.ts'
import { comparePlan, publishPlan } from './publish-plan.ts'
import { readBoard } from './read-board.ts'
import { listVisits, readVisit } from './read-visit.ts'
import { addPhoto, readPhoto, recordVisit } from './record-visit.ts'
import * as requests from './request-queries.ts'
import { addWorkerLine, answerVisit, closeFollowUp } from './settle-visit.ts'

const menuRoutes: readonly Route[] = [
  implement(contract.listKinds, async (context) => ok(await menu.kinds(context))),
  implement(contract.createKind, async (context, { body }) =>
    (await menu.kindNamed(context, body.name))
      ? fail('KIND_NAME_TAKEN')
      : ok({ id: await menu.insertKind(context, body) }),
  ),
  implement(contract.editKind, async (context, { params, version, body }) => {
    const before = (await menu.kinds(context)).find((it) => it.id === params.id)
    if (!before) return fail('NOT_FOUND')
    if (body.name && (await menu.kindNamed(context, body.name, params.id))) return fail('KIND_NAME_TAKEN')
    const written = await menu.updateKind(context, params.id, version, body)
    return written ? ok({ version: version + 1 }) : stale(body, before)
  }),
]

const requestRoutes: readonly Route[] = [
  implement(contract.listRequests, async (context, { query }) => ok(await requests.requestsPage(context, query))),
  implement(contract.createRequest, (context, { body }) => createRequest(context, body)),
  implement(contract.withdrawRequest, (context, { params }) => withdrawRequest(context, params.id)),
  implement(contract.refuseRequest, (context, { params, body }) => refuseRequest(context, params.id, body.reason)),
  implement(contract.listNeeds, async (context) => ok(await menu.needs(context))),
  implement(contract.raiseNeeds, (context, { body }) => raiseNeeds(context, body.month)),
]

const planRoutes: readonly Route[] = [
  implement(contract.listPlans, async (context) => ok(await plans.planSummaries(context))),
  implement(contract.startPlan, (context, { body }, services) => startPlan(context, body, services)),
  implement(contract.readPlan, (context, { params }) => readBoard(context, params.id)),
  implement(contract.whyHere, (context, { params }) => whyHere(context, params.id, params.requestId)),
  implement(contract.judgeMove, (context, { params, body }) => judgeMove(context, params.id, body)),
  implement(contract.placeVisit, (context, { params, version, body }) =>
    placeVisit(context, params.id, params.requestId, version, body),
  ),
  implement(contract.removeVisit, (context, { params, version }) =>
    removeVisit(context, params.id, params.requestId, version),
  ),
  implement(contract.comparePlan, (context, { params }) => comparePlan(context, params.id)),
  implement(contract.publishPlan, (context, { params, version }) => publishPlan(context, params.id, version)),
]

const visitRoutes: readonly Route[] = [
  implement(contract.listVisits, async (context, { query }) => ok(await listVisits(context, query))),
  implement(contract.readVisit, (context, { params }) => readVisit(context, params.id)),
  implement(contract.acceptVisit, (context, { params }) => acceptVisit(context, params.id)),
  implement(contract.declineVisit, (context, { params, body }, services) =>
    declineVisit(context, params.id, body.reason, services),
  ),
  implement(contract.cancelVisit, (context, { params, body }, services) =>
    cancelVisit(context, params.id, body.reason, services),
  ),
  implement(contract.readCode, (context, { params }, services) => readCode(context, params.id, services)),
  implement(contract.arriveAtVisit, (context, { params, body }) => arriveAtVisit(context, params.id, body)),
  implement(contract.signInToVisit, (context, { params, body }, services) =>
    signInToVisit(context, params.id, body, services),
  ),
  implement(contract.countHeads, (context, { params, body }) => countHeads(context, params.id, body)),
  implement(contract.recordVisit, (context, { params, body }) => recordVisit(context, params.id, body)),
  implement(contract.addPhoto, (context, { params, body, file }, services) =>
    addPhoto(context, params.id, body.caption, file, services),
  ),
  implement(contract.readPhoto, (context, { params, query }, services) =>
    readPhoto(context, params.id, params.photoId, query.size, services),
  ),
  implement(contract.answerVisit, (context, { params, body }) => answerVisit(context, params.id, body)),
  implement(contract.addWorkerLine, (context, { params, body }) => addWorkerLine(context, params.id, body)),
  implement(contract.closeFollowUp, (context, { params, version, body }) =>
    closeFollowUp(context, params.id, version, body.outcome),
  ),
  implement(contract.createFeed, (context, { body }, services) => createFeed(context, body, services)),
  implement(contract.readFeed, (context, { params }) => readFeed(context, params.token)),
]

export const routes: readonly Route[] = [...menuRoutes, ...requestRoutes, ...planRoutes, ...visitRoutes]
