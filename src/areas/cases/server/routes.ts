import { fail, ok } from '../../../platform/base/result.ts'
import { implement, reaching, type Route } from '../../../platform/server/http/implement.ts'
import * as contract from '../contract.ts'
import {
  addClaimant,
  answerClaimant,
  callBack,
  editClaimant,
  objectToClosure,
  readEntitlements,
  setOutcome,
} from './answer-claimant.ts'
import * as cases from './case-queries.ts'
import { caseTemplate } from './case-template.ts'
import { importCases } from './import-cases.ts'
import { lockVisit } from './clinic-queries.ts'
import { listClinics, readClinic, recordClinic } from './clinics.ts'
import { closeCase, closeCases } from './close-case.ts'
import { addTie } from './lawyer-ties.ts'
import * as people from './people-queries.ts'
import { listCases, readCase } from './read-case.ts'
import { readEffects } from './read-effects.ts'
import { readPaper } from './read-paper.ts'
import { keepRefusal } from './keep-refusal.ts'
import { followCase, readFigures } from './read-figures.ts'
import { takeIn, takeInByPhone } from './take-in.ts'
import * as work from './work-on-case.ts'

const intake: readonly Route[] = [
  implement(contract.takeIn, (context, { body }, services) => takeInByPhone(context, body, services)),
  implement(contract.followCase, (context, { params }) => followCase(context, params.code)),
  implement(contract.objectToClosure, (context, { params, body }, services) =>
    objectToClosure(context, params.code, body.note, services),
  ),
  implement(contract.createCase, (context, { body }, services) => takeIn(context, body, services)),
]

const caseRoutes: readonly Route[] = [
  implement(contract.listCases, (context, { query }) => listCases(context, query)),
  implement(contract.readCase, (context, { params }, services) => readCase(context, params.id, services)),
  implement(contract.editCase, (context, { params, version, body }, services) =>
    work.editCase(context, params.id, version, body, services),
  ),
  implement(contract.acceptCase, (context, { params, body }, services) =>
    work.acceptCase(context, params.id, body.path, services),
  ),
  implement(contract.assignPerson, (context, { params, body }, services) =>
    work.assignPerson(context, params.id, body, services),
  ),
  implement(contract.removePerson, (context, { params }) => work.removePerson(context, params.id, params.personId)),
  implement(contract.addStep, (context, { params, body }, services) =>
    work.addStep(context, params.id, body, services),
  ),
  implement(contract.addEvidence, (context, { params, body }, services) =>
    work.addEvidence(context, params.id, body, services),
  ),
  implement(contract.editEvidence, (context, { params, version, body }, services) =>
    work.editEvidence(context, params.id, params.evidenceId, version, body, services),
  ),
  implement(contract.addEvidenceFile, (context, { params, file }, services) =>
    work.addEvidenceFile(context, params.id, params.evidenceId, file, services),
  ),
  implement(contract.readEvidenceFile, (context, { params }, services) =>
    work.readEvidenceFile(context, params.id, params.evidenceId, services),
  ),
  implement(contract.closeCase, (context, { params }, services) => closeCase(context, params.id, services)),
  implement(contract.closeCases, (context, { body }, services) => closeCases(context, body.ids, services)),
  implement(contract.readViews, async (context, { params }) =>
    (await cases.caseById(context, params.id))
      ? ok({ rows: await people.viewsOf(context, params.id) })
      : fail('NOT_FOUND'),
  ),
]

const claimantRoutes: readonly Route[] = [
  implement(contract.addClaimant, (context, { params, body }, services) =>
    addClaimant(context, params.id, body, services),
  ),
  implement(contract.editClaimant, (context, { params, version, body }, services) =>
    editClaimant(context, params.id, params.claimantId, version, body, services),
  ),
  implement(contract.readEntitlements, (context, { params }, services) =>
    readEntitlements(context, params.id, params.claimantId, services),
  ),
  implement(contract.setOutcome, (context, { params, version, body }, services) =>
    setOutcome(context, params.id, params.claimantId, version, body, services),
  ),
  implement(contract.answerClaimant, (context, { params, body }, services) =>
    answerClaimant(context, params.id, params.claimantId, body, services),
  ),
  implement(contract.callBack, (context, { params, body }, services) =>
    callBack(context, params.id, params.claimantId, body, services),
  ),
]

const otherRoutes: readonly Route[] = [
  implement(contract.readEffects, (context, { params }, services) => readEffects(context, params.id, services)),
  implement(contract.readPaper, (context, { params, query }, services) =>
    readPaper(context, params.id, params.kind, query.claimantId, services),
  ),
  implement(contract.downloadTemplate, async () => ok(await caseTemplate())),
  implement(contract.importCases, (context, { file }, services) => importCases(context, file, services)),
  implement(contract.readFigures, (context, { query }) => readFigures(context, query.year)),
  implement(contract.listClinics, (context, { query }) => listClinics(context, query)),
  implement(contract.readClinic, (context, { params }) => readClinic(context, params.id)),
  implement(contract.recordClinic, (context, { params, version, body }) =>
    recordClinic(context, params.id, version, body),
  ),
  implement(contract.listTies, async (context) => ok({ rows: await people.ties(context) })),
  implement(contract.addTie, (context, { body }) => addTie(context, body)),
  implement(contract.removeTie, async (context, { params }) =>
    (await people.deleteTie(context, params.id)) ? ok(undefined) : fail('NOT_FOUND'),
  ),
]

/** Whoever tries a case without reaching it leaves a trace in it. */
const traced = (route: Route): Route =>
  route.operation.path.startsWith('/api/cases/:id')
    ? {
        ...route,
        refused: (context, params, { code }) => keepRefusal(context, params['id']!, route.operation.path, code),
      }
    : route

export const routes: readonly Route[] = [...intake, ...caseRoutes, ...claimantRoutes, ...otherRoutes]
  .map(reaching('/api/cases/:id', async (context, { id }) => (await cases.caseById(context, id!)) !== undefined))
  .map(reaching('/api/clinics/:id', async (context, { id }) => (await lockVisit(context, id!)) !== undefined))
  .map(traced)
