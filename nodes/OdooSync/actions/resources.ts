import { NodeConnectionTypes } from 'n8n-workflow';
import { event } from './event/Event.resource';
import { exception } from './exception/Exception.resource';
import { reconciliation } from './reconciliation/Reconciliation.resource';
import { recordFields, recordOperations } from './record/Record.resource';
import type { ResourceDefinition } from './operation';
import { Resource } from './operation';
import { setupFields, setupOperations } from './setup/Setup.resource';

/** Everything the node can do, by resource. */
export const RESOURCES: Readonly<Record<Resource, ResourceDefinition>> = {
	[Resource.Event]: event,
	[Resource.Exception]: exception,
	[Resource.Reconciliation]: reconciliation,
	[Resource.Record]: { operations: recordOperations, fields: recordFields },
	[Resource.Setup]: { operations: setupOperations, fields: setupFields },
};

/** `resource.operation` → its named outputs, for those that have several. */
const namedOutputs = Object.fromEntries(
	Object.entries(RESOURCES).flatMap(([resource, { operations }]) =>
		Object.entries(operations).flatMap(([operation, { outputs }]) =>
			outputs === undefined
				? []
				: [
						[
							`${resource}.${operation}`,
							outputs.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName })),
						],
					],
		),
	),
);

/** The outputs of the node, as an expression over its parameters. */
export const OUTPUTS =
	`={{ (${JSON.stringify(namedOutputs)})[$parameter["resource"] + "." + $parameter["operation"]] ?? ["${NodeConnectionTypes.Main}"] }}` as const;
