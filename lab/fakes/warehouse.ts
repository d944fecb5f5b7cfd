import type { Reply, SeenRequest } from './faultServer';
import { FaultServer } from './faultServer';

/** What a shipment was asked for with. */
export interface WarehouseOrder {
	reference: string;
	order: string;
	lines: Array<{ sku: string; quantity: number }>;
}

interface WarehouseShipment extends WarehouseOrder {
	key: string;
	trackingNumber: string;
	isCancelled: boolean;
}

/**
 * A warehouse system: `POST /shipments` makes a shipment and gives its tracking number, once for each
 * `Idempotency-Key`; `DELETE /shipments/<tracking number>` cancels it.
 */
export class Warehouse {
	readonly shipments: WarehouseShipment[] = [];

	/** Instead of the usual answer, where a test says so. */
	instead: (request: SeenRequest) => Reply | undefined = () => undefined;

	/** The work is done, and the answer gets lost. */
	losesAnswers = false;

	private constructor(private readonly server: FaultServer) {}

	static async start(): Promise<Warehouse> {
		const server = await FaultServer.start();
		const warehouse = new Warehouse(server);
		server.reply((request) => warehouse.reply(request));
		return warehouse;
	}

	get url(): string {
		return this.server.url;
	}

	async stop(): Promise<void> {
		await this.server.stop();
	}

	/** How often a shipment of this order was asked for. */
	calls(order: string): SeenRequest[] {
		return this.server.requests.filter(
			({ body }) => (body as WarehouseOrder | undefined)?.order === order,
		);
	}

	of(order: string): WarehouseShipment[] {
		return this.shipments.filter((shipment) => shipment.order === order);
	}

	private reply(request: SeenRequest): Reply {
		const other = this.instead(request);
		if (other) return other;
		const answer = request.method === 'DELETE' ? this.cancel(request) : this.make(request);
		return this.losesAnswers ? { fault: 'reset' } : answer;
	}

	private make({ headers, body }: SeenRequest): Reply {
		const key = String(headers['idempotency-key']);
		let shipment = this.shipments.find((one) => one.key === key);
		if (!shipment) {
			const trackingNumber = `WMS${String(this.shipments.length + 1).padStart(6, '0')}`;
			shipment = { ...(body as WarehouseOrder), key, trackingNumber, isCancelled: false };
			this.shipments.push(shipment);
		}
		return { status: 201, json: { trackingNumber: shipment.trackingNumber } };
	}

	private cancel({ path }: SeenRequest): Reply {
		const number = decodeURIComponent(path.split('/').at(-1) ?? '');
		const shipment = this.shipments.find(({ trackingNumber }) => trackingNumber === number);
		if (!shipment) return { status: 404, json: { message: 'No such shipment' } };
		shipment.isCancelled = true;
		return { status: 200, json: { trackingNumber: number } };
	}
}
