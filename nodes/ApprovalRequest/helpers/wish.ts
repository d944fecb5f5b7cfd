import { hash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { OdooValue } from '../../../core/odoo';
import { EffectKind, type Effect } from '../../../core/odoo/apply';
import type { Ask } from '../../../core/approval';
import { buildAsk } from '../../../core/approval/ask';
import type { OdooClient } from '../../shared/odoo/client';
import { detailsOf, readWanted } from './effects';
import { readLevels } from './levels';
import type { Parameters } from './parameters';
import { misconfigured, readJson, readList, typed } from './problem';
import { readTiming } from './timing';
import { changesOf, convertValues, readPresent } from './values';

/** What all requests of a wait share. */
export interface Circumstances {
	batch: string;
	execution: string;
	node: string;
	workflow: string;
	resumeUrl: string;
	/** IANA zone of times without one. */
	zone: string;
	nowMs: number;
	isHitl: boolean;
}

interface WishOptions {
	code?: unknown;
	codeLabel?: string;
	details?: unknown;
	excluded?: unknown;
	requester?: unknown;
	requestKey?: unknown;
	toleranceField?: string;
	policyId?: unknown;
	policyVersion?: unknown;
	record?: unknown;
}

/** The request of an item, made for the document as it is now. @throws FailureError */
export async function readAsk(
	client: OdooClient,
	parameters: Parameters,
	itemIndex: number,
	circumstances: Circumstances,
): Promise<Ask> {
	const options = parameters.get('options', itemIndex, {}) as WishOptions;
	const wanted = readWanted(parameters, itemIndex);
	const place = readDocument(parameters, itemIndex);
	const values = place
		? await convertValues(client, place.model, wanted.values, circumstances.zone)
		: {};
	if (!place && (Object.keys(wanted.values).length > 0 || wanted.effects.length > 0)) {
		throw misconfigured('There is no document to change', 'Give Document Model and Document ID.');
	}
	const fields = [...new Set([...Object.keys(values), ...(place ? wanted.watch : [])])];
	const present = place ? await readPresent(client, place.model, place.id, fields) : null;
	const document = place && present ? { ...place, name: present.name } : null;
	const effects: Effect[] = [
		...(Object.keys(values).length > 0 ? [{ kind: EffectKind.Write as const, values }] : []),
		...wanted.effects,
	];
	const message = typed(parameters.get('message', itemIndex, ''));
	return buildAsk({
		key: requestKey(parameters, itemIndex, circumstances.batch),
		batch: circumstances.batch,
		item: itemIndex,
		execution: circumstances.execution,
		node: circumstances.node,
		workflow: circumstances.workflow,
		title: titleOf(parameters, itemIndex, circumstances, message),
		message,
		document,
		changes: document && present ? await changesOf(client, document, present, values) : [],
		details: detailsOf(readJson(options.details, 'Details'), wanted.effects),
		effects,
		expect: present?.values ?? {},
		...decisionOf(parameters.items[itemIndex]?.json, options),
		levels: readLevels(parameters, itemIndex),
		requester: typed(options.requester) || null,
		excluded: readList(options.excluded),
		...readTiming(parameters, itemIndex, circumstances.nowMs, circumstances.zone),
		resume_url: circumstances.resumeUrl,
		code_hash: codeHash(options.code),
		code_label: typed(options.codeLabel),
	});
}

function titleOf(
	parameters: Parameters,
	itemIndex: number,
	{ isHitl }: Circumstances,
	message: string,
): string {
	const subject = typed(parameters.get('subject', itemIndex, ''));
	if (subject !== '') return subject;
	if (isHitl) return message.split('\n', 1)[0].slice(0, 120) || 'An agent asks';
	throw misconfigured(
		'The request has no subject',
		'Fill in Subject: it is what approvers read first.',
	);
}

function readDocument(
	parameters: Parameters,
	itemIndex: number,
): { model: string; id: number } | null {
	const given = parameters.get('model', itemIndex, '');
	const located =
		typeof given === 'object' && given !== null && 'value' in given ? given.value : given;
	const [model, id] = [typed(located), typed(parameters.get('documentId', itemIndex, ''))];
	if (model === '' && id === '') return null;
	if (model !== '' && /^[1-9]\d*$/.test(id)) return { model, id: Number(id) };
	throw misconfigured(
		`"${model} ${id}" is no document`,
		'Give both Document Model and Document ID, or neither.',
	);
}

/** What makes a request the same as one that was made before: what the user says, else it is one of this wait alone. */
export function requestKey(parameters: Parameters, itemIndex: number, batch: string): string {
	const options = parameters.get('options', itemIndex, {}) as WishOptions;
	// Each call of a tool that an agent wants is a question of its own.
	const call = typed(parameters.items[itemIndex]?.json.toolCallId);
	return keyOf(typed(options.requestKey) || [batch, itemIndex, call].join(' '));
}

const KEY = /^[a-z0-9_]{1,50}$/;

/** A key as Odoo takes it; another text is told by its beginning and its hash. */
function keyOf(text: string): string {
	if (KEY.test(text)) return text;
	const slug = text
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '_')
		.slice(0, 24);
	return `${slug}_${hash('sha256', text, 'hex').slice(0, 24)}`;
}

/** What is typed is compared by its hash alone; blanks around it do not count. */
const codeHash = (code: unknown): string | null =>
	typed(code) === '' ? null : hash('sha256', typed(code), 'hex');

/** Policy and record of the Tolerance Gate, where the item carries them. */
function decisionOf(
	item: IDataObject | undefined,
	options: WishOptions,
): Pick<Ask, 'policy' | 'record'> {
	const gate = item?.[typed(options.toleranceField) || 'tolerance'] as IDataObject | undefined;
	const found = (gate?.record ?? null) as IDataObject | null;
	const record = readJson(options.record, 'Decision Record') ?? found;
	const policy = (found?.policy ?? {}) as { id?: unknown; version?: unknown };
	const id = typed(options.policyId) || typed(policy.id);
	const version = typed(options.policyVersion) || typed(policy.version);
	return {
		policy: id === '' ? null : { id, version },
		record: record as OdooValue,
	};
}
