import { HOST } from '../ports';
import type { QueueServers } from '../odoo/backend';
import { N8N_DATABASE, N8N_ENCRYPTION_KEY } from '../recipe';
import { cleanEnv } from '../run';

export interface N8nEnv {
	home: string;
	port: number;
	brokerPort: number;
	/** Set in queue mode. */
	queue?: QueueServers;
	extra?: Record<string, string>;
}

/** Quiet, offline and on this machine only; everything else is as n8n ships it. */
export function n8nEnv({ home, port, brokerPort, queue, extra }: N8nEnv): NodeJS.ProcessEnv {
	return cleanEnv({
		NODE_ENV: 'production',
		N8N_USER_FOLDER: home,
		N8N_HOST: HOST,
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: HOST,
		N8N_PROTOCOL: 'http',
		N8N_SECURE_COOKIE: 'false',
		N8N_ENCRYPTION_KEY,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_RUNNERS_BROKER_LISTEN_ADDRESS: HOST,
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_COMMUNITY_PACKAGES_ENABLED: 'true',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		N8N_LOG_LEVEL: process.env.LAB_N8N_LOG_LEVEL ?? 'info',
		GENERIC_TIMEZONE: 'UTC',
		TZ: 'UTC',
		...(queue ? queueEnv(queue) : { DB_TYPE: 'sqlite', EXECUTIONS_MODE: 'regular' }),
		...extra,
	});
}

function queueEnv({ postgres, redis }: QueueServers): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: postgres.host,
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_DATABASE: N8N_DATABASE.name,
		DB_POSTGRESDB_USER: N8N_DATABASE.user,
		DB_POSTGRESDB_PASSWORD: N8N_DATABASE.password,
		QUEUE_BULL_REDIS_HOST: redis.host,
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
	};
}
