import type { INode } from 'n8n-workflow';
import { outputsOf } from '../graph';
import type { Catalogue, Rule, Template } from '../template';
import { isNote } from '../template';

interface Box {
	name: string;
	isNote: boolean;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** As the editor draws them: a square, more of it for many outputs, and the name beneath. */
const SIZE = 96;
const OUTPUT_HEIGHT = 32;
const NAME_HEIGHT = 40;

function boxOf(template: Template, catalogue: Catalogue, node: INode): Box {
	const [left, top] = node.position;
	const place = { name: node.name, isNote: isNote(node), left, top };
	if (isNote(node)) {
		const { width = 240, height = 160 } = node.parameters as { width?: number; height?: number };
		return { ...place, right: left + width, bottom: top + height };
	}
	const known = catalogue(node.type, node.typeVersion);
	const outputs = known ? outputsOf(template, catalogue, node.name).length : 1;
	const height = Math.max(SIZE, (outputs + 1) * OUTPUT_HEIGHT) + NAME_HEIGHT;
	return { ...place, right: left + SIZE, bottom: top + height };
}

const overlaps = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const contains = (outer: Box, inner: Box): boolean =>
	outer.left <= inner.left &&
	outer.top <= inner.top &&
	outer.right >= inner.right &&
	outer.bottom >= inner.bottom;

/** Nothing covers anything; a note may hold whole nodes. */
export const checkLayout: Rule = (template, catalogue) => {
	const boxes = template.nodes.map((node) => boxOf(template, catalogue, node));
	return boxes.flatMap((one, at) =>
		boxes
			.slice(at + 1)
			.filter((other) => overlaps(one, other))
			.filter((other) => {
				if (one.isNote === other.isNote) return true;
				return one.isNote ? !contains(one, other) : !contains(other, one);
			})
			.map((other) => `"${one.name}" and "${other.name}" overlap`),
	);
};
