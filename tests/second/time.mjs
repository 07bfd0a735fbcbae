/** Days, months and instants: a day is a number of days since 1970, an instant a number of milliseconds. */

const DAY_MS = 86_400_000;
const WEEKDAYS = ["thu", "fri", "sat", "sun", "mon", "tue", "wed"]; // 1 January 1970 was a Thursday

export const weekday = (day) => WEEKDAYS[((day % 7) + 7) % 7];

/** `YYYY-MM-DD` of a day that exists, else null. */
export function parseDay(text) {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return null;
  const day = Math.round(Date.parse(`${text}T00:00:00Z`) / DAY_MS);
  return Number.isFinite(day) && formatDay(day) === text ? day : null;
}

export const formatDay = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** `YYYY-MM`, else null. */
export const parseMonth = (text) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : null);
export const monthOf = (day) => formatDay(day).slice(0, 7);
export const firstDay = (month) => parseDay(`${month}-01`);
export const lastDay = (month) => firstDay(nextMonth(month)) - 1;

export function nextMonth(month) {
  const [year, number] = month.split("-").map(Number);
  return number === 12
    ? `${String(year + 1).padStart(4, "0")}-01`
    : `${month.slice(0, 4)}-${String(number + 1).padStart(2, "0")}`;
}

/** Whole years from birth to the day; who is born on 29 February comes of age on 1 March. */
export function wholeYears(birth, day) {
  const [from, to] = [formatDay(birth), formatDay(day)];
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** A time zone, asked of Intl: which day an instant falls on, and which instant a local time is. */
export class Zone {
  #offsets = new Map();
  #clock;

  constructor(name) {
    this.#clock = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  }

  /** Milliseconds by which local time is ahead of UTC. */
  offset(instant) {
    const quarter = Math.floor(instant / 900_000);
    let offset = this.#offsets.get(quarter);
    if (offset === undefined) {
      const at = quarter * 900_000;
      const part = Object.fromEntries(this.#clock.formatToParts(at).map((p) => [p.type, Number(p.value)]));
      offset = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - at;
      this.#offsets.set(quarter, offset);
    }
    return offset;
  }

  /** Of a time that occurs twice the first; one that does not occur, as if the clock had not yet been changed. */
  instant(local) {
    const [before, after] = [this.offset(local - DAY_MS), this.offset(local + DAY_MS)];
    if (this.offset(local - before) === before) return local - before;
    if (this.offset(local - after) === after) return local - after;
    return local - before;
  }

  dayOf(instant) {
    return Math.floor((instant + this.offset(instant)) / DAY_MS);
  }

  /** The first moment of a day. */
  startOf(day) {
    return this.instant(day * DAY_MS);
  }

  /** `hh:mm` on a day. */
  at(day, clock) {
    const [hours, minutes] = clock.split(":").map(Number);
    return this.instant(day * DAY_MS + hours * 3_600_000 + minutes * 60_000);
  }

  /** A timestamp cell as an instant, else null. */
  parse(text) {
    const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(Z|([+-])(\d\d):(\d\d))?$/.exec(text);
    if (!found) return null;
    const [, date, hours, minutes, seconds = "0", offset, sign, offsetHours, offsetMinutes] = found;
    const day = parseDay(date);
    if (day === null || hours > 23 || minutes > 59 || Number(seconds) >= 60) return null;
    const local = day * DAY_MS + hours * 3_600_000 + minutes * 60_000 + Number(seconds) * 1000;
    if (offset === undefined) return this.instant(local);
    if (offset === "Z") return local;
    if (offsetHours > 23 || offsetMinutes > 59) return null;
    const ahead = offsetHours * 3_600_000 + offsetMinutes * 60_000;
    return sign === "-" ? local + ahead : local - ahead;
  }

  /** Local with offset, to the second. */
  format(instant) {
    const offset = this.offset(instant);
    const minutes = Math.abs(offset) / 60_000;
    const two = (number) => String(number).padStart(2, "0");
    const local = new Date(instant + offset).toISOString().slice(0, 19);
    return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  }
}
