import type { Reply, SeenRequest } from '../../../lab/fakes/faultServer';

/** What a model wants of a tool; without a name, of the only one it has. */
export interface ToolCall {
	tool?: string;
	arguments: object;
}

interface Body {
	messages: Array<{ role: string; content: unknown }>;
	tools?: Array<{ function: { name: string } }>;
}

/**
 * Stands in for a chat model, in OpenAI's format.
 * @param next from what its tools have answered so far: the next call, or what it says in the end
 */
export const chatModel =
	(next: (answers: string[]) => ToolCall | string) =>
	({ body }: SeenRequest): Reply => {
		const { messages, tools = [] } = body as Body;
		const answers = messages
			.filter(({ role }) => role === 'tool')
			.map(({ content }) => textOf(content));
		const wanted = next(answers);
		const message =
			typeof wanted === 'string'
				? { role: 'assistant', content: wanted }
				: {
						role: 'assistant',
						content: null,
						tool_calls: [
							{
								id: `call_${answers.length + 1}`,
								type: 'function',
								function: {
									name: wanted.tool ?? tools[0].function.name,
									arguments: JSON.stringify(wanted.arguments),
								},
							},
						],
					};
		return {
			status: 200,
			json: {
				id: 'chat-1',
				object: 'chat.completion',
				created: 1,
				model: 'stand-in',
				choices: [
					{ index: 0, message, finish_reason: typeof wanted === 'string' ? 'stop' : 'tool_calls' },
				],
				usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
			},
		};
	};

const textOf = (content: unknown): string =>
	typeof content === 'string' ? content : JSON.stringify(content);
