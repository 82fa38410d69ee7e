import { implement, type Route } from '../../../platform/server/http/implement.ts'
import * as contract from '../contract.ts'
import { fileAnswer, recordAnswer, verifyAnswer } from './answer-letter.ts'
import { attachFile, readFile } from './attach-file.ts'
import { deliverLetter } from './deliver-letter.ts'
import { draftLetter, dropLetter, editLetter, returnLetter, submitLetter } from './draft-letter.ts'
import { issueLetter, readDocument } from './issue-letter.ts'
import { listLetters, listReceived, readLetter, readReceived } from './read-letter.ts'
import { closeLetter, escalateLetter, withdrawLetter } from './settle-letter.ts'

export const routes: readonly Route[] = [
  implement(contract.listLetters, (context, { query }) => listLetters(context, query)),
  implement(contract.readLetter, (context, { params }) => readLetter(context, params.id)),
  implement(contract.draftLetter, (context, { body }) => draftLetter(context, body)),
  implement(contract.editLetter, (context, { params, version, body }) => editLetter(context, params.id, version, body)),
  implement(contract.dropLetter, (context, { params }) => dropLetter(context, params.id)),
  implement(contract.submitLetter, (context, { params }) => submitLetter(context, params.id)),
  implement(contract.returnLetter, (context, { params, body }) => returnLetter(context, params.id, body.reason)),
  implement(contract.issueLetter, (context, { params, version }, services) =>
    issueLetter(context, params.id, version, services),
  ),
  implement(contract.withdrawLetter, (context, { params, body }) => withdrawLetter(context, params.id, body.reason)),
  implement(contract.addFile, (context, { params, body, file }, services) =>
    attachFile(context, params.id, body.purpose, file, services),
  ),
  implement(contract.readFile, (context, { params }, services) =>
    readFile(context, params.id, params.fileId, services),
  ),
  implement(contract.readDocument, (context, { params }, services) => readDocument(context, params.id, services)),
  implement(contract.deliverLetter, (context, { params, body }) => deliverLetter(context, params.id, body)),
  implement(contract.recordAnswer, (context, { params, body }) => recordAnswer(context, params.id, body)),
  implement(contract.verifyAnswer, (context, { params, body }) => verifyAnswer(context, params.id, body)),
  implement(contract.closeLetter, (context, { params, body }) => closeLetter(context, params.id, body.reason)),
  implement(contract.escalateLetter, (context, { params, body }) => escalateLetter(context, params.id, body.reason)),
  implement(contract.listReceived, (context) => listReceived(context)),
  implement(contract.readReceived, (context, { params }) => readReceived(context, params.id)),
  implement(contract.fileAnswer, (context, { params, body }) => fileAnswer(context, params.id, body)),
]
