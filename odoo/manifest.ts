import type { SetupManifest } from '../core/odoo/setup';
import commandPart from './actions/apply/command.py';
import effectsPart from './actions/apply/effects.py';
import exceptionsPart from './actions/apply/exceptions.py';
import findingPart from './actions/apply/finding.py';
import judgingPart from './actions/apply/judging.py';
import ledgerPart from './actions/apply/ledger.py';
import requestPart from './actions/apply/request.py';
import startPart from './actions/apply/start.py';
import valuesPart from './actions/apply/values.py';
import approvalAskPart from './actions/approval/ask.py';
import approvalApprovePart from './actions/approval/approve.py';
import canDecidePart from './actions/approval/can_decide.py';
import canDecideStartPart from './actions/approval/can_decide_start.py';
import approvalDecidingPart from './actions/approval/deciding.py';
import approvalDialogPart from './actions/approval/dialog.py';
import isMineCode from './actions/approval/is_mine.py';
import approvalLinkRulesPart from './actions/approval/link_rules.py';
import approvalLinkStatusPart from './actions/approval/link_status.py';
import approvalLinkVotePart from './actions/approval/link_vote.py';
import approvalLinksPart from './actions/approval/links.py';
import approvalPeoplePart from './actions/approval/people.py';
import approvalQueuePart from './actions/approval/queue.py';
import approvalRejectPart from './actions/approval/reject.py';
import approvalSettlePart from './actions/approval/settle.py';
import approvalStartPart from './actions/approval/start.py';
import approvalTablePart from './actions/approval/table.py';
import approvalTellingPart from './actions/approval/telling.py';
import approvalTrailPart from './actions/approval/trail.py';
import approvalVotePart from './actions/approval/vote.py';
import approvalVotersPart from './actions/approval/voters.py';
import approvalWakeAgainPart from './actions/approval/wake_again.py';
import assignCode from './actions/exception_assign.py';
import attemptCode from './actions/exception_attempt.py';
import commentCode from './actions/exception_comment.py';
import deadCode from './actions/exception_dead.py';
import holdCode from './actions/exception_hold.py';
import releaseCode from './actions/exception_release.py';
import resolveCode from './actions/exception_resolve.py';
import retryCode from './actions/exception_retry.py';
import openDocumentCode from './actions/open_document.py';
import retentionCode from './actions/retention.py';
import writeRecordsCode from './actions/write_records.py';
import actions from './data/actions.json';
import crons from './data/crons.json';
import groups from './data/groups.json';
import menus from './data/menus.json';
import models from './data/models.json';
import parameters from './data/parameters.json';
import rules from './data/rules.json';
import views from './data/views.json';
import approvalDialogForm from './views/approval_dialog_form.xml';
import approvalForm from './views/approval_form.xml';
import approvalGraph from './views/approval_graph.xml';
import approvalKanban from './views/approval_kanban.xml';
import approvalList from './views/approval_list.xml';
import approvalPivot from './views/approval_pivot.xml';
import approvalSearch from './views/approval_search.xml';
import delegationForm from './views/delegation_form.xml';
import delegationList from './views/delegation_list.xml';
import eventForm from './views/event_form.xml';
import eventGraph from './views/event_graph.xml';
import eventList from './views/event_list.xml';
import eventPivot from './views/event_pivot.xml';
import eventSearch from './views/event_search.xml';
import exceptionForm from './views/exception_form.xml';
import exceptionGraph from './views/exception_graph.xml';
import exceptionKanban from './views/exception_kanban.xml';
import exceptionList from './views/exception_list.xml';
import exceptionPivot from './views/exception_pivot.xml';
import exceptionSearch from './views/exception_search.xml';
import pickingForm from './views/picking_form.xml';
import voteForm from './views/vote_form.xml';
import voteList from './views/vote_list.xml';
import voteSearch from './views/vote_search.xml';

// One server action is one text: its parts share their names.
const joined = (...parts: string[]): string => parts.join('\n\n');

const onApprovals = (...parts: string[]): string =>
	joined(
		approvalStartPart,
		valuesPart,
		approvalVotersPart,
		approvalTrailPart,
		approvalTellingPart,
		approvalDecidingPart,
		...parts,
	);

/** What Setup installs in Odoo. Raise the version with every change of a file in this folder. */
export const MANIFEST = {
	version: '1.4.5',
	groups,
	models,
	rules,
	actions,
	views,
	menus,
	crons,
	parameters,
	files: {
		'apply.py': joined(
			startPart,
			valuesPart,
			exceptionsPart,
			findingPart,
			judgingPart,
			effectsPart,
			ledgerPart,
			commandPart,
			requestPart,
		),
		'approval_ask.py': onApprovals(approvalPeoplePart, approvalTablePart, approvalAskPart),
		'approval_approve.py': onApprovals(approvalVotePart, approvalApprovePart),
		'approval_dialog.py': onApprovals(approvalVotePart, approvalDialogPart),
		'approval_link_status.py': onApprovals(approvalLinkRulesPart, approvalLinkStatusPart),
		'approval_link_vote.py': onApprovals(approvalLinkRulesPart, approvalLinkVotePart),
		'approval_links.py': onApprovals(approvalLinkRulesPart, approvalLinksPart),
		'approval_queue.py': onApprovals(approvalQueuePart),
		'approval_settle.py': onApprovals(approvalSettlePart),
		'approval_reject.py': onApprovals(approvalVotePart, approvalRejectPart),
		'approval_wake_again.py': onApprovals(approvalWakeAgainPart),
		'can_decide.py': joined(canDecideStartPart, approvalVotersPart, canDecidePart),
		'exception_assign.py': assignCode,
		'exception_attempt.py': attemptCode,
		'exception_comment.py': commentCode,
		'exception_dead.py': deadCode,
		'exception_hold.py': holdCode,
		'exception_release.py': releaseCode,
		'exception_resolve.py': resolveCode,
		'exception_retry.py': retryCode,
		'is_mine.py': isMineCode,
		'open_document.py': openDocumentCode,
		'retention.py': retentionCode,
		'write_records.py': writeRecordsCode,
		'approval_dialog_form.xml': approvalDialogForm,
		'approval_form.xml': approvalForm,
		'approval_graph.xml': approvalGraph,
		'approval_kanban.xml': approvalKanban,
		'approval_list.xml': approvalList,
		'approval_pivot.xml': approvalPivot,
		'approval_search.xml': approvalSearch,
		'delegation_form.xml': delegationForm,
		'delegation_list.xml': delegationList,
		'event_form.xml': eventForm,
		'event_graph.xml': eventGraph,
		'event_list.xml': eventList,
		'event_pivot.xml': eventPivot,
		'event_search.xml': eventSearch,
		'exception_form.xml': exceptionForm,
		'exception_graph.xml': exceptionGraph,
		'exception_kanban.xml': exceptionKanban,
		'exception_list.xml': exceptionList,
		'exception_pivot.xml': exceptionPivot,
		'exception_search.xml': exceptionSearch,
		'picking_form.xml': pickingForm,
		'vote_form.xml': voteForm,
		'vote_list.xml': voteList,
		'vote_search.xml': voteSearch,
	},
	// JSON lists of mixed rows are typed too widely by TypeScript; a test holds every row to its shape.
} as unknown as SetupManifest;
