/** The contract's calendar: business days, weekly cadences, the huddle, and how long a limit lasts. */

import { parseDay, weekday } from "./time.mjs";

export class Calendar {
  constructor(table, zone) {
    this.zone = zone;
    this.businessDays = table.business_days ?? ["mon", "tue", "wed", "thu", "fri"];
    this.holidays = new Set((table.holidays ?? []).map(parseDay));
    this.huddle = table.huddle;
    this.meetings = (table.committee_meetings ?? []).map(parseDay).sort((a, b) => a - b);
    if (this.businessDays.length === 0) throw new Error("a calendar needs a business day");
  }

  isBusinessDay(day) {
    return this.businessDays.includes(weekday(day)) && !this.holidays.has(day);
  }

  /** The n-th business day after the day. */
  businessDayAfter(day, n) {
    let at = day;
    for (let left = n; left > 0;) {
      at += 1;
      if (this.isBusinessDay(at)) left -= 1;
    }
    return at;
  }

  /** Where the cadence of a weekday puts its meeting: a holiday moves it to the next business day. */
  moved(day) {
    return this.holidays.has(day) ? this.businessDayAfter(day, 1) : day;
  }

  /** Whether the day is one on which a weekly cadence falls. */
  isCadence(day, name) {
    for (let at = day - 21; at <= day; at += 1) {
      if (weekday(at) === name && this.moved(at) === day) return true;
    }
    return false;
  }

  /** The first close of the huddle that is strictly after the instant; never, where there is no huddle. */
  huddleCloseAfter(instant) {
    if (this.huddle === undefined) return Infinity;
    const from = this.zone.dayOf(instant);
    const closes = [];
    for (let day = from - 21; day <= from + 21; day += 1) {
      if (weekday(day) === this.huddle.day) closes.push(this.zone.at(this.moved(day), this.huddle.closes));
    }
    return Math.min(...closes.filter((close) => close > instant));
  }

  /** Hours count from the instant; business days end with the n-th one after the start's day. */
  limitFrom(instant, duration) {
    if (duration.hours !== undefined) {
      const end = instant + duration.hours * 3_600_000;
      return { day: this.zone.dayOf(end), end, isPast: (at) => at > end };
    }
    const day = this.businessDayAfter(this.zone.dayOf(instant), duration.businessDays);
    const end = this.zone.startOf(day + 1);
    return { day, end, isPast: (at) => at >= end };
  }

  limitFromDay(day, duration) {
    return this.limitFrom(this.zone.startOf(day), duration);
  }
}

/** `48h` or `2bd`. */
export function parseDuration(text) {
  const found = /^(\d+)(h|bd)$/.exec(text);
  if (!found) throw new Error(`${text} is no duration`);
  return found[2] === "h" ? { hours: Number(found[1]), text } : { businessDays: Number(found[1]), text };
}
