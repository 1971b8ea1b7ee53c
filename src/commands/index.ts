import type { Registry } from '../chat/command.ts';
import type { Ctx } from '../crm/context.ts';
import { assignAdd } from './assign/add.ts';
import { assignEdit } from './assign/edit.ts';
import { assignList } from './assign/list.ts';
import { assignMove } from './assign/move.ts';
import { assignRemove } from './assign/remove.ts';
import { assignTest } from './assign/test.ts';
import { companyAdd } from './company/add.ts';
import { companyEdit } from './company/edit.ts';
import { companyList } from './company/list.ts';
import { companyShow } from './company/show.ts';
import { contactAdd } from './contact/add.ts';
import { contactEdit } from './contact/edit.ts';
import { contactList } from './contact/list.ts';
import { contactShow } from './contact/show.ts';
import { admit } from './crm/admit.ts';
import { surveyAnswer } from './crm/answer.ts';
import { audit } from './crm/audit.ts';
import { distinct } from './crm/distinct.ts';
import { duplicates } from './crm/duplicates.ts';
import { findings } from './crm/findings.ts';
import { handover } from './crm/handover.ts';
import { helpCommand } from './crm/help.ts';
import { join } from './crm/join.ts';
import { member } from './crm/member.ts';
import { merge } from './crm/merge.ts';
import { permissions } from './crm/permissions.ts';
import { permit } from './crm/permit.ts';
import { quality } from './crm/quality.ts';
import { settings } from './crm/settings.ts';
import { stageEdit } from './crm/stage.ts';
import { stages } from './crm/stages.ts';
import { survey } from './crm/survey.ts';
import { users } from './crm/users.ts';
import { dealAdd } from './deal/add.ts';
import { dealEdit } from './deal/edit.ts';
import { dealList } from './deal/list.ts';
import { dealLost } from './deal/lost.ts';
import { dealMove } from './deal/move.ts';
import { dealReopen } from './deal/reopen.ts';
import { dealShow } from './deal/show.ts';
import { dealSnooze } from './deal/snooze.ts';
import { dealWon } from './deal/won.ts';
import { digestList } from './digest/list.ts';
import { digestNow } from './digest/now.ts';
import { digestStop } from './digest/stop.ts';
import { digestSubscribe } from './digest/subscribe.ts';
import { exportFile } from './export.ts';
import { fieldAdd } from './field/add.ts';
import { fieldEdit } from './field/edit.ts';
import { fieldList } from './field/list.ts';
import { find } from './find.ts';
import { importCancel } from './import/cancel.ts';
import { importCheck } from './import/check.ts';
import { importColumns } from './import/columns.ts';
import { importFile } from './import/file.ts';
import { importList } from './import/list.ts';
import { importOptions } from './import/options.ts';
import { importRejected } from './import/rejected.ts';
import { importRun } from './import/run.ts';
import { kpiHow } from './kpi/how.ts';
import { kpi } from './kpi/kpi.ts';
import { leadAccept } from './lead/accept.ts';
import { leadAdd } from './lead/add.ts';
import { leadAssign } from './lead/assign.ts';
import { leadConvert } from './lead/convert.ts';
import { leadDisqualify } from './lead/disqualify.ts';
import { leadEdit } from './lead/edit.ts';
import { leadList } from './lead/list.ts';
import { leadQualify } from './lead/qualify.ts';
import { leadShow } from './lead/show.ts';
import { leadSources } from './lead/sources.ts';
import { logCall, logEmail, logMeeting, logNote } from './log/log.ts';
import { me } from './me.ts';
import { pipeline } from './pipeline.ts';
import { segmentAdd } from './segment/add.ts';
import { segmentEdit } from './segment/edit.ts';
import { segmentList } from './segment/list.ts';
import { segmentRemove } from './segment/remove.ts';
import { segmentShow } from './segment/show.ts';
import { taskAdd } from './task/add.ts';
import { taskDone } from './task/done.ts';
import { taskEdit } from './task/edit.ts';
import { taskList } from './task/list.ts';
import { undo } from './undo.ts';

/** Every command. Slash commands, forms, help, the Slack manifest and Discord's registration are derived from it. */
export const registry: Registry<Ctx> = {
  'deal.add': dealAdd,
  'deal.show': dealShow,
  'deal.list': dealList,
  'deal.edit': dealEdit,
  'deal.move': dealMove,
  'deal.won': dealWon,
  'deal.lost': dealLost,
  'deal.reopen': dealReopen,
  'deal.snooze': dealSnooze,
  'lead.add': leadAdd,
  'lead.show': leadShow,
  'lead.list': leadList,
  'lead.edit': leadEdit,
  'lead.qualify': leadQualify,
  'lead.disqualify': leadDisqualify,
  'lead.assign': leadAssign,
  'lead.accept': leadAccept,
  'assign.add': assignAdd,
  'assign.list': assignList,
  'assign.edit': assignEdit,
  'assign.move': assignMove,
  'assign.remove': assignRemove,
  'assign.test': assignTest,
  'lead.convert': leadConvert,
  'lead.sources': leadSources,
  'log.call': logCall,
  'log.email': logEmail,
  'log.meeting': logMeeting,
  'log.note': logNote,
  'task.add': taskAdd,
  'task.list': taskList,
  'task.done': taskDone,
  'task.edit': taskEdit,
  'contact.add': contactAdd,
  'contact.show': contactShow,
  'contact.list': contactList,
  'contact.edit': contactEdit,
  'company.add': companyAdd,
  'company.show': companyShow,
  'company.list': companyList,
  'company.edit': companyEdit,
  find,
  'segment.add': segmentAdd,
  'segment.list': segmentList,
  'segment.show': segmentShow,
  'segment.edit': segmentEdit,
  'segment.remove': segmentRemove,
  export: exportFile,
  pipeline,
  kpi,
  'kpi.how': kpiHow,
  'digest.now': digestNow,
  'digest.subscribe': digestSubscribe,
  'digest.list': digestList,
  'digest.stop': digestStop,
  'field.add': fieldAdd(() => registry),
  'field.list': fieldList,
  'field.edit': fieldEdit(() => registry),
  'import.file': importFile,
  'import.columns': importColumns,
  'import.options': importOptions,
  'import.check': importCheck,
  'import.run': importRun,
  'import.rejected': importRejected,
  'import.cancel': importCancel,
  'import.list': importList,
  undo,
  me,
  'crm.help': helpCommand(() => registry),
  'crm.settings': settings,
  'crm.users': users,
  'crm.member': member,
  'crm.permissions': permissions,
  'crm.permit': permit,
  'crm.handover': handover,
  'crm.join': join,
  'crm.admit': admit,
  'crm.duplicates': duplicates,
  'crm.merge': merge,
  'crm.distinct': distinct,
  'crm.quality': quality,
  'crm.findings': findings,
  'crm.audit': audit,
  'crm.survey': survey,
  'crm.answer': surveyAnswer,
  'crm.stages': stages,
  'crm.stage': stageEdit,
};
