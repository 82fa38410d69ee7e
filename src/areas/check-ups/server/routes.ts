import { ok } from '../../../platform/base/result.ts'
import { implement, reaching, type Route } from '../../../platform/server/http/implement.ts'
import * as contract from '../contract.ts'
import { downloadDocument, printDocument } from './download-document.ts'
import { checkUpRow } from './check-up-queries.ts'
import { drawCheckUps, listCandidates, readDraw } from './draw-check-ups.ts'
import { drawsPage } from './draw-queries.ts'
import { addPhoto, addProofPhoto, readPhoto } from './keep-photo.ts'
import { addProofFile, readProofFile } from './keep-proof-file.ts'
import {
  addInstrument,
  downloadInstrument,
  listInstruments,
  readInstrumentVersion,
  withdrawInstrument,
} from './keep-instruments.ts'
import { listCheckUps, readCheckUp, readKit, readSelfCheck, saveSelfCheck } from './read-check-up.ts'
import { readYear } from './read-year.ts'
import { listFindings, recheckFinding, submitProof } from './repair-finding.ts'
import { assignInspectors, reportCheckUp, saveAnswers, startCheckUp, submitCheckUp } from './run-check-up.ts'

export const routes: readonly Route[] = [
  implement(contract.listInstruments, async (context) => ok(await listInstruments(context))),
  implement(contract.readInstrumentVersion, (context, { params }) => readInstrumentVersion(context, params.version)),
  implement(contract.downloadInstrument, (context, { params }) => downloadInstrument(context, params.version)),
  implement(contract.addInstrument, (context, { body }) => addInstrument(context, body.instrument)),
  implement(contract.withdrawInstrument, (context, { params, body }) =>
    withdrawInstrument(context, params.version, body.withdrawn),
  ),
  implement(contract.drawCheckUps, (context, { body }) => drawCheckUps(context, body)),
  implement(contract.listCandidates, async (context) => ok(await listCandidates(context))),
  implement(contract.listDraws, async (context, { query }) => ok(await drawsPage(context, query))),
  implement(contract.readDraw, (context, { params }) => readDraw(context, params.id)),
  implement(contract.listCheckUps, async (context, { query }) => ok(await listCheckUps(context, query))),
  implement(contract.readCheckUp, (context, { params }) => readCheckUp(context, params.id)),
  implement(contract.assignInspectors, (context, { params, version, body }) =>
    assignInspectors(context, params.id, version, body),
  ),
  implement(contract.startCheckUp, (context, { params }) => startCheckUp(context, params.id)),
  implement(contract.readKit, (context, { params }) => readKit(context, params.id)),
  implement(contract.saveAnswers, (context, { params, version, body }) =>
    saveAnswers(context, params.id, version, body),
  ),
  implement(contract.submitCheckUp, (context, { params, body }) => submitCheckUp(context, params.id, body)),
  implement(contract.readSelfCheck, (context, { params }) => readSelfCheck(context, params.id)),
  implement(contract.saveSelfCheck, (context, { params, body }) => saveSelfCheck(context, params.id, body.answers)),
  implement(contract.reportCheckUp, (context, { params }) => reportCheckUp(context, params.id)),
  implement(contract.addPhoto, (context, { params, body, file }, services) =>
    addPhoto(context, params.id, body, file, services),
  ),
  implement(contract.readPhoto, (context, { params, query }, services) =>
    readPhoto(context, params.id, params.photoId, query.size, services),
  ),
  implement(contract.downloadReport, (context, { params }) => downloadDocument(context, params.id, 'report')),
  implement(contract.downloadPrescription, (context, { params }) =>
    downloadDocument(context, params.id, 'prescription'),
  ),
  implement(contract.printDocument, (context, { params, query }) => printDocument(context, params.id, query.document)),
  implement(contract.listFindings, async (context, { query }) => ok(await listFindings(context, query))),
  implement(contract.addProofPhoto, (context, { params, body, file }, services) =>
    addProofPhoto(context, params.id, body.caption, file, services),
  ),
  implement(contract.addProofFile, (context, { params, body, file }, services) =>
    addProofFile(context, params.id, body.name || file.name, file.bytes, services),
  ),
  implement(contract.readProofFile, (context, { params }, services) =>
    readProofFile(context, params.id, params.fileId, services),
  ),
  implement(contract.submitProof, (context, { params, version, body }) =>
    submitProof(context, params.id, version, body.proof),
  ),
  implement(contract.recheckFinding, (context, { params, version, body }) =>
    recheckFinding(context, params.id, version, body),
  ),
  implement(contract.readYear, async (context, { query }) => ok(await readYear(context, query.year))),
].map(reaching('/api/check-ups/:id', async (context, { id }) => (await checkUpRow(context, id!)) !== undefined))
