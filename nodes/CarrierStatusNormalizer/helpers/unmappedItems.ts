import type { IDataObject } from 'n8n-workflow';
import { NoticeKind, type NormalizeResult } from '../../../core/carriers';
import { Milestone } from '../../../core/event';

/** Why something left on the output Unmapped. Closed list. */
export enum UnmappedIssue {
	UnknownCode = 'unknown_code',
	LowConfidence = 'low_confidence',
	UnreadableEvent = 'unreadable_event',
	StatusWithoutEvent = 'status_without_event',
	NoEvents = 'no_events',
}

const ISSUE_OF_NOTICE: Readonly<Partial<Record<NoticeKind, UnmappedIssue>>> = {
	[NoticeKind.StatusWithoutEvent]: UnmappedIssue.StatusWithoutEvent,
	[NoticeKind.NoEvents]: UnmappedIssue.NoEvents,
};

/** What a payload held that is not an event with a known code, each ready to be reported or looked into. */
export function unmappedItems(result: NormalizeResult, minConfidence = 0): IDataObject[] {
	const { source } = result;
	const byId = new Map(result.events.map((event) => [event.id, event]));
	const items: IDataObject[] = result.unmapped.map((report) => ({
		issue: UnmappedIssue.UnknownCode,
		message: `${report.source} sent a code that is on no list`,
		report,
		event: byId.get(report.eventId),
	})) as unknown as IDataObject[];
	const unsure = result.events.filter(
		({ data }) => data.milestone !== Milestone.Unknown && data.mapping.confidence < minConfidence,
	);
	for (const event of unsure) {
		items.push({
			issue: UnmappedIssue.LowConfidence,
			source: event.data.raw.source,
			message: `The status has a confidence of ${event.data.mapping.confidence}; ${minConfidence} are asked for`,
			event: event as unknown as IDataObject,
		});
	}
	for (const { message, advice, place, kind } of result.problems) {
		const issue = UnmappedIssue.UnreadableEvent;
		items.push({ issue, source, message, advice, place, kind });
	}
	for (const { kind, message, pointer, trackingNumber, value } of result.notices) {
		const issue = ISSUE_OF_NOTICE[kind];
		if (issue === undefined) continue;
		items.push({
			issue,
			source,
			message,
			place: pointer,
			trackingNumber,
			value: value ?? null,
		} as IDataObject);
	}
	if (items.length === 0 && result.events.length === 0) {
		items.push({ issue: UnmappedIssue.NoEvents, source, message: 'The payload is an empty list' });
	}
	return items;
}
