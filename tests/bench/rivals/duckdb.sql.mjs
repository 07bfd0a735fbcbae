// The question that DuckDB is asked: one statement, each file read once, all text. Of the forms that were tried (joins on
// common table expressions, one grouping over a union of the files) this was the quickest.

// The columns are named, so that nothing is sniffed; a column that is not selected is not made into a vector.
const csv = (name, columns) =>
  `read_csv('${name}.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '\\N', ` +
  `columns = {${columns.map((column) => `'${column}': 'VARCHAR'`).join(", ")}})`;

const PAYER = ["participant_id", "attribution_date", "attribution_end_date", "product", "birth_date", "county"];
const REGISTER = ["authorization_id", "participant_id", "status", "start_date", "end_date"];
const ROSTER = [
  "participant_id", "payer_attribution_date", "qualifying_category", "authorization_status", "exclusion_reason_code",
];

/** @param {{day: string, codes: string[]}} task the roster day, and the codes of the contract */
export function statement({ day, codes }) {
  const agreed = codes.map((code) => `'${code}'`).join(", ");
  return `
    with population as (
      select participant_id from ${csv("payer_attribution", PAYER)}
      where attribution_date <= '${day}' and (attribution_end_date = '' or attribution_end_date >= '${day}')
    ), means as (
      select participant_id, case
          when status = 'active' and start_date <= '${day}' and (end_date = '' or end_date >= '${day}') then 3
          when status in ('active', 'pending') and (end_date = '' or end_date >= '${day}') then 2
          when status = 'active' then 1
          else 0 end::utinyint as rank
      from ${csv("authorization_register", REGISTER)}
    ), registered as (
      select participant_id, max(rank) as rank from means where rank > 0 group by participant_id
    ), roster as (
      select participant_id, first(authorization_status) as stated, first(exclusion_reason_code) as code, count(*) as lines,
        sum((participant_id = '')::utinyint + (payer_attribution_date = '')::utinyint
          + (qualifying_category = '')::utinyint + (authorization_status = '')::utinyint) as empty
      from ${csv("roster", ROSTER)} group by participant_id
    ), matched as (
      select roster.*, participant_id <> '' as used,
        ['none', 'expired', 'pending', 'active'][coalesce(registered.rank, 0) + 1] as derived,
        case when participant_id in (select participant_id from population) then true end as inside
      from roster left join registered using (participant_id)
    )
    select
      count(*) filter (used and inside is null) as outside,
      count(*) filter (used and inside and stated <> '' and stated <> derived) as status,
      count(*) filter (used and code <> '' and code not in (${agreed})) as "foreign",
      coalesce(sum(lines - 1) filter (used), 0)::bigint as repeated,
      sum(empty)::bigint as empty
    from matched`;
}
