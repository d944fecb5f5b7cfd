import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import {
	normalize,
	SourceError,
	type NormalizeResult,
	type SourceId,
} from '../../../core/carriers';
import { Milestone } from '../../../core/event';
import { unmappedItems } from '../../CarrierStatusNormalizer/helpers/unmappedItems';

export interface ReadSettings {
	/** null: recognised by the payload. */
	source: SourceId | null;
	includeRaw: boolean;
	fallbackZone: string;
	/** The call is taken as a hint only: what it says is to be asked of the carrier. */
	verifyByPull: boolean;
	receivedAt: string;
}

/** Items for the two outputs: what was read, and what could not be. Never throws for a payload. */
export function readEvents(text: string, settings: ReadSettings): INodeExecutionData[][] {
	const { source, includeRaw, fallbackZone, receivedAt } = settings;
	try {
		const result = normalize(text, source, {
			receivedAt,
			includeRaw,
			...(fallbackZone && { fallbackZone }),
		});
		const items = settings.verifyByPull ? shipmentItems(result) : eventItems(result);
		return [items, unmappedItems(result).map((json) => ({ json }))];
	} catch (error) {
		return [[], [{ json: unreadable(error, text) }]];
	}
}

const eventItems = ({ events }: NormalizeResult): INodeExecutionData[] =>
	events
		.filter(({ data }) => data.milestone !== Milestone.Unknown)
		.map((event) => ({ json: event as unknown as IDataObject }));

/** One item a shipment: enough to ask the carrier, and nothing that the call claims to have happened. */
function shipmentItems({ events }: NormalizeResult): INodeExecutionData[] {
	const byShipment = new Map(
		events.map(({ data: { carrier, shipment } }) => [
			`${carrier.id} ${shipment.trackingNumber}`,
			{
				verify: 'pull',
				carrier: { ...carrier },
				trackingNumber: shipment.trackingNumber,
				references: [...(shipment.references ?? [])],
			},
		]),
	);
	return [...byShipment.values()].map((json) => ({ json: json as unknown as IDataObject }));
}

const MAX_PAYLOAD_IN_ITEM = 100_000;

function unreadable(error: unknown, text: string): IDataObject {
	const problem =
		error instanceof SourceError
			? error.problem
			: {
					message: error instanceof Error ? error.message : String(error),
					advice: 'Report this with the payload.',
				};
	return {
		issue: 'unreadable_payload',
		...problem,
		payload: text.slice(0, MAX_PAYLOAD_IN_ITEM),
		payloadTruncated: text.length > MAX_PAYLOAD_IN_ITEM,
	} as IDataObject;
}
