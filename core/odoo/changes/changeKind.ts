/** What can happen to a record that starts a workflow. */
export enum ChangeKind {
	Archived = 'archived',
	Created = 'created',
	Deleted = 'deleted',
	FieldChanged = 'fieldChanged',
	StateReached = 'stateReached',
	TimeReached = 'timeReached',
	Updated = 'updated',
}

/** How a change became known. */
export enum ChangeVia {
	Poll = 'poll',
	Push = 'push',
}
