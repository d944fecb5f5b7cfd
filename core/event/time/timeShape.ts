import { readCompact, readCompactDayFirst, readX12 } from './shapes/compact';
import { readEdifact } from './shapes/edifact';
import { readEnglish } from './shapes/english';
import { readDotNetDate, readDotNetTicks, readEpoch, readEpochOfAnyUnit } from './shapes/epoch';
import { readIso } from './shapes/iso';
import { readDayFirst, readMonthFirst, readYearFirst } from './shapes/separated';
import type { ShapeReader, WrittenTime } from './shapes/written';
import { readCargoImp, readMonthDay } from './shapes/yearless';

export type { WrittenTime } from './shapes/written';

/** The ways in which sources write a time. Date and time may stand in two fields or in one. */
export enum TimeShape {
	/** `2024-04-23T09:50:04`, with `Z`, an offset with or without colon, a fraction, or none; or the day alone. */
	Iso = 'iso',
	/** `20240423` and `095004` (leading zeros may be lost, colons may be there), or `20240423095004` in one. */
	CompactSeconds = 'compact_seconds',
	/** `23042024` and `0950` or `095004`, or in one. */
	CompactDayFirst = 'compact_day_first',
	/** X12: `20260828` and `1630`, `163005` or `16300512` (hundredths); a leading zero may be lost. */
	X12 = 'x12',
	/** `25.11.2026 10:44`, `25/11/2026, 10:44`, `25-11-2026 10:44:07.123`. */
	DayFirst = 'day_first',
	/** `04/23/2024 9:50 AM`, `04/23/2024 21:50:07`. */
	MonthFirst = 'month_first',
	/** `2026/11/25 10:44`. */
	YearFirst = 'year_first',
	/** `May 1, 2015 8:07 am`, `1 May 2015 08:07`, `01-MAY-2015`. */
	English = 'english',
	EpochSeconds = 'epoch_seconds',
	EpochMillis = 'epoch_millis',
	/** Seconds or milliseconds, told apart by their size. */
	Epoch = 'epoch',
	/** `/Date(1722924060000+0300)/`. */
	DotNetDate = 'dot_net_date',
	/** Ticks of 100 ns since the year 1, in a zone that they do not tell. */
	DotNetTicks = 'dot_net_ticks',
	/** UN/EDIFACT: the moment as `date`, its format code (203, 204, 303, ...) as `time`. */
	Edifact = 'edifact',
	/** `05JAN1430`; the year is that of the receipt. */
	CargoImp = 'cargo_imp',
	/** `04/23 09:50`, month first; the year is that of the receipt. */
	MonthDay = 'month_day',
}

const READERS: Readonly<Record<TimeShape, ShapeReader>> = {
	[TimeShape.Iso]: readIso,
	[TimeShape.CompactSeconds]: readCompact,
	[TimeShape.CompactDayFirst]: readCompactDayFirst,
	[TimeShape.X12]: readX12,
	[TimeShape.DayFirst]: readDayFirst,
	[TimeShape.MonthFirst]: readMonthFirst,
	[TimeShape.YearFirst]: readYearFirst,
	[TimeShape.English]: readEnglish,
	[TimeShape.EpochSeconds]: readEpoch(1000),
	[TimeShape.EpochMillis]: readEpoch(1),
	[TimeShape.Epoch]: readEpochOfAnyUnit,
	[TimeShape.DotNetDate]: readDotNetDate,
	[TimeShape.DotNetTicks]: readDotNetTicks,
	[TimeShape.Edifact]: readEdifact,
	[TimeShape.CargoImp]: readCargoImp,
	[TimeShape.MonthDay]: readMonthDay,
};

/**
 * Reads one or two trimmed text fields in the given shape.
 * @param time '' where the shape has one field, or where only the day is given
 * @param near moment (RFC 3339) to take a missing year from; without it such shapes cannot be read
 * @returns null when the text does not have the shape or a part is out of range
 */
export function readTime(
	shape: TimeShape,
	date: string,
	time: string,
	near: string | null = null,
): WrittenTime | null {
	return READERS[shape](date, time, near);
}
