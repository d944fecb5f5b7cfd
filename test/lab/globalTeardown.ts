import { downInstance } from '../../lab/instance';
import { TEST_LAB } from './harness/lab';

/** `LAB_KEEP=1` leaves the servers up between runs while developing. */
export default async function takeLabDown(): Promise<void> {
	if (!process.env.LAB_KEEP) await downInstance(TEST_LAB);
}
