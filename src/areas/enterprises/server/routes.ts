import { fail, ok } from '../../../platform/base/result.ts'
import { implement, type Route } from '../../../platform/server/http/implement.ts'
import * as contract from '../contract.ts'
import { addException, addQuiet, readGaps, removeException, removeQuiet } from './date-rules.ts'
import { editEnterprise, setWeek } from './edit-enterprise.ts'
import * as imports from './import-queries.ts'
import { confirmImport, showImport, uploadImport } from './import-enterprises.ts'
import * as register from './register-queries.ts'
import { readEnterprise } from './read-enterprise.ts'
import { errorFile, exportFile, templateFile } from './workbooks.ts'

export const routes: readonly Route[] = [
  implement(contract.listEnterprises, async (context, { query }) =>
    ok(await register.enterprisesPage(context, query, query)),
  ),
  implement(contract.listTownships, async (context) => ok(await register.townships(context))),
  implement(contract.readEnterprise, (context, { params }) => readEnterprise(context, params.id)),
  implement(contract.editEnterprise, (context, { params, body, version }) =>
    editEnterprise(context, params.id, version, body),
  ),
  implement(contract.setWeek, (context, { params, body, version }) =>
    setWeek(context, params.id, version, body.patterns),
  ),
  implement(contract.addException, (context, { params, body }) => addException(context, params.id, body)),
  implement(contract.removeException, (context, { params }) => removeException(context, params.id, params.exceptionId)),
  implement(contract.addQuiet, (context, { params, body }) => addQuiet(context, params.id, body)),
  implement(contract.removeQuiet, (context, { params }) => removeQuiet(context, params.id, params.quietId)),
  implement(contract.readGaps, (context, { params, query }) => readGaps(context, params.id, query)),
  implement(contract.exportEnterprises, async (context, { query }) => ok(await exportFile(context, query))),
  implement(contract.downloadTemplate, async (context) => ok(await templateFile(context))),
  implement(contract.uploadImport, (context, { file }, services) => uploadImport(context, file, services)),
  implement(contract.readImport, async (context, { params, query }) => {
    const it = await imports.importById(context, params.id)
    return it ? ok(showImport(it, query)) : fail('NOT_FOUND')
  }),
  implement(contract.confirmImport, (context, { params }, services) => confirmImport(context, params.id, services)),
  implement(contract.downloadErrors, async (context, { params }) => {
    const it = await imports.importById(context, params.id)
    return it ? ok(await errorFile(context, it.rows)) : fail('NOT_FOUND')
  }),
]
