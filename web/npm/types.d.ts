// Written from the Rust types by `cargo run -p tieout-wasm --features typescript --bin types`. Not to be edited.

/** Why a call was refused. Bad data never is: it comes back as findings. */
export interface TieoutError extends Error {
  name: "TieoutError";
  /**
   * What is at fault: an argument's form, the contract file, the mapping file, the question, or the engine, which was
   * not started, could not be loaded, or ran out of memory.
   */
  code: "argument" | "contract" | "mapping" | "misuse" | "engine";
}

/** A rule that files are held to before any control is asked. */
export type IntakeCode =
  /** The file can be read as a table */
  | "IN-1"
  /** Every required column is there */
  | "IN-2"
  /** Every value is of its type or list */
  | "IN-3"
  /** Every key stands once */
  | "IN-4"
  /** Every required value is there */
  | "IN-5";

/** The id of a control. */
export type ControlId =
  /** Each roster row names its participant */
  | "A1-F1"
  /** Each roster row states the payer's attribution date */
  | "A1-F2"
  /** Each roster row states the category that qualifies the participant */
  | "A1-F3"
  /** Each roster row states the authorization status */
  | "A1-F4"
  /** Whoever is excluded by the contract's rules carries an exclusion code */
  | "A1-F5"
  /** Payer relations confirmed that the attribution file is the latest approved one */
  | "A1-G1"
  /** Payer relations confirmed that the inclusion criteria did not change within the cycle */
  | "A1-G2"
  /** The roster names exactly the people whom the payer's file attributes */
  | "A1-V1"
  /** Authorization statuses agree with the register */
  | "A1-V2"
  /** Exclusion codes are the contract's, and are those that its rules give */
  | "A1-V3"
  /** The roster is made on the contract's roster day */
  | "A1-T1"
  /** The roster is filed in the restricted library, under the contract's current version */
  | "A1-L1"
  /** Nobody is on the roster on a local nomination alone */
  | "A1-C1"
  /** Each decision names its participant */
  | "A2-F1"
  /** Each decision has a code, and one that the contract knows */
  | "A2-F2"
  /** Each decision states when it was made */
  | "A2-F3"
  /** Each decision names its reviewer */
  | "A2-F4"
  /** Each decision states its control status */
  | "A2-F5"
  /** Each decision sets its next checkpoint */
  | "A2-F6"
  /** Each pending participant has a named owner */
  | "A2-G1"
  /** Each pending participant has a clarification deadline that is still ahead */
  | "A2-G2"
  /** Each active participant stands on a sound attribution basis */
  | "A2-V1"
  /** Each exclusion carries a reason code, manual or borne out by the rules */
  | "A2-V2"
  /** Nobody enters the live workflow before an active decision is on the register */
  | "A2-V3"
  /** Each participant is first decided on within the time limit from the roster day */
  | "A2-T1"
  /** Compliance reviewed the cohort before it was activated */
  | "A2-R1"
  /** Finance reviewed the cohort before it was activated */
  | "A2-R2"
  /** Each decision is made by somebody whose role allows it */
  | "A2-R3"
  /** Every roster row is decided, shown in the executive register and, if active, locked */
  | "A2-L1"
  /** Each row of the list names its participant */
  | "A3-F1"
  /** Each row of the list states the risk tier */
  | "A3-F2"
  /** Each row of the list counts recent emergency department visits */
  | "A3-F3"
  /** Each row of the list counts open care-plan variances */
  | "A3-F4"
  /** Each row of the list states where the intervention stands */
  | "A3-F5"
  /** The utilization feed is recent, and was confirmed as current in writing */
  | "A3-G1"
  /** The incident dashboard was confirmed as current in writing */
  | "A3-G2"
  /** Risk tiers are those that the contract's scoring gives */
  | "A3-V1"
  /** Emergency department visits are those of the utilization feed */
  | "A3-V2"
  /** Open variances and the status are those of case management */
  | "A3-V3"
  /** The list is released on the contract's weekday for it */
  | "A3-T1"
  /** Operational leads received the list on the day of its release */
  | "A3-R1"
  /** The list covers exactly the active participants, and is filed under the contract */
  | "A3-L1"
  /** Nobody stands above a higher score, and no two share a rank */
  | "A3-C1"
  /** Each assignment names its participant */
  | "A4-F1"
  /** Where somebody leads, the intervention is one of the participant's tier */
  | "A4-F2"
  /** Each case has a lead, or is escalated */
  | "A4-F3"
  /** Where somebody leads, a due date and a timing window are set */
  | "A4-F4"
  /** Each assignment says whether the case is escalated */
  | "A4-F5"
  /** Each assignment shows when it was validated */
  | "A4-F6"
  /** Each lead is there before the due date, and has a slot for each assignment */
  | "A4-G1"
  /** Each lead has a role with authority for the intervention */
  | "A4-G2"
  /** Everybody of high priority has an intervention and a lead */
  | "A4-V1"
  /** Due dates keep to the limit of the participant's tier */
  | "A4-V2"
  /** Each case without a lead was escalated with a barrier by the huddle's close */
  | "A4-V3"
  /** Assignments are made within their limit after the release */
  | "A4-T1"
  /** The weekly huddle reviewed the assignments */
  | "A4-R1"
  /** Each assignment is for somebody on the list, and all are filed under the contract */
  | "A4-L1"
  /** Every row names its pilot month */
  | "A5-F1"
  /** Every row counts the attributed participants */
  | "A5-F2"
  /** Every row states the provisional savings */
  | "A5-F3"
  /** Every row states the claims lag */
  | "A5-F4"
  /** Every row states the outcome trigger */
  | "A5-F5"
  /** Every row counts open methodology questions */
  | "A5-F6"
  /** Trigger and open questions tie out to the methodology schedule */
  | "A5-G1"
  /** Participant counts tie out to the locked cohort */
  | "A5-V1"
  /** Provisional savings follow the contract's savings model */
  | "A5-V2"
  /** Claims lag follows the contract's lag method */
  | "A5-V3"
  /** Every finished pilot month has one row */
  | "A5-T1"
  /** Finance signed off before the committee met */
  | "A5-R1"
  /** Compliance signed off before the committee met */
  | "A5-R2"
  /** The executive sponsor signed off before the committee met */
  | "A5-R3"
  /** The file is kept beside its locked cohort, under the contract */
  | "A5-L1"
  /** Every decision has a board decision code */
  | "A6-F1"
  /** Every decision is supportable, provisional or restricted */
  | "A6-F2"
  /** Every decision has a review date */
  | "A6-F3"
  /** Every decision names its executive owner */
  | "A6-F4"
  /** Every decision rates its residual risk */
  | "A6-F5"
  /** Every decision sets its next checkpoint */
  | "A6-F6"
  /** Decisions note open disputes, claims lag and data gaps */
  | "A6-G1"
  /** Board statements say no more than the current file supports */
  | "A6-V1"
  /** Restricted months have a follow-up owner */
  | "A6-V2"
  /** External statements say no more than the board approved */
  | "A6-V3"
  /** Every month is decided within its time limit */
  | "A6-T1"
  /** Decisions are in the action register, filed under the contract */
  | "A6-L1"
  /** Each event record names its participant */
  | "D1-F1"
  /** Each event record states when the event happened */
  | "D1-F2"
  /** Each event record states where the event came from */
  | "D1-F3"
  /** Each event record states the crisis category */
  | "D1-F4"
  /** Each event record states the payer's eligibility status */
  | "D1-F5"
  /** Every event that the contract's rules exclude carries an exclusion code */
  | "D1-F6"
  /** It is confirmed in writing that events came through an approved referral pathway */
  | "D1-G1"
  /** It is confirmed in writing that participants were eligible on the day of the event */
  | "D1-G2"
  /** Each event record agrees with triage and with its referral */
  | "D1-V1"
  /** Eligibility statuses agree with the payer's file on the day of the event */
  | "D1-V2"
  /** Exclusion codes of events are the contract's, and are those that its rules give */
  | "D1-V3"
  /** Each event is recorded within its time limit from receipt */
  | "D1-T1"
  /** Every referral is recorded, and the records are filed under the contract's version */
  | "D1-L1"
  /** Each event's record comes before its response and before its decision */
  | "D1-C1"
  /** Each decision names its participant */
  | "D2-F1"
  /** Each decision has a code, and one that the contract knows */
  | "D2-F2"
  /** Each decision states when it was made */
  | "D2-F3"
  /** Each decision names its reviewer */
  | "D2-F4"
  /** Each decision states its control status */
  | "D2-F5"
  /** Each decision sets its next checkpoint */
  | "D2-F6"
  /** Each pending event has a named owner */
  | "D2-G1"
  /** Each pending event has a deadline ahead that lies within its response window */
  | "D2-G2"
  /** Each qualified event stands on a sound trigger basis */
  | "D2-V1"
  /** Each rejection carries a reason code, manual or borne out by the rules */
  | "D2-V2"
  /** No response is released before a qualified decision is on the register */
  | "D2-V3"
  /** Each event is first decided on within the time limit from its record */
  | "D2-T1"
  /** Compliance reviewed before the response began */
  | "D2-R1"
  /** Payer relations reviewed before the response began */
  | "D2-R2"
  /** Each decision is made by somebody whose role allows it */
  | "D2-R3"
  /** Every event record is decided, shown in the executive register and, if qualified, locked */
  | "D2-L1"
  /** Each response names its participant */
  | "D3-F1"
  /** Each response states its tier */
  | "D3-F2"
  /** Each response states the immediate safety status */
  | "D3-F3"
  /** Each response names the clinician or responder who leads it */
  | "D3-F4"
  /** Each response carries its escalation threshold code */
  | "D3-F5"
  /** Each responder is there on the day, and has a slot for each response that is open */
  | "D3-G1"
  /** Each responder has a role with authority for the response tier */
  | "D3-G2"
  /** Response tiers follow the participant's current risk profile */
  | "D3-V1"
  /** Immediate safety statuses are those of triage */
  | "D3-V2"
  /** Escalation threshold codes are the ones that the contract sets for the tier */
  | "D3-V3"
  /** Responses are released within their limit after the decision */
  | "D3-T1"
  /** Responders and operational leads received the responses on the day of their filing */
  | "D3-R1"
  /** Each qualified event has a response and no other has one, filed under the contract */
  | "D3-L1"
  /** Each response names every action that its tier calls for */
  | "D3-C1"
  /** Each completion names its participant */
  | "D4-F1"
  /** Each completion says how the response ended, in one of three words */
  | "D4-F2"
  /** Each completion counts the dependencies that are still open */
  | "D4-F3"
  /** Each completion says whether the case is escalated */
  | "D4-F4"
  /** Each completion shows when it was reviewed */
  | "D4-F5"
  /** Each completion shows when it was validated */
  | "D4-F6"
  /** Each case with an incomplete action has a reason code of the contract */
  | "D4-G1"
  /** Each escalation barrier that is open at the review has a named owner */
  | "D4-G2"
  /** A case is stabilized only where every required action is evidenced */
  | "D4-V1"
  /** Open dependencies are those of the barrier tracker */
  | "D4-V2"
  /** Each escalated case has a next checkpoint, validated by the huddle's close */
  | "D4-V3"
  /** Completions are reviewed within their limit after the release */
  | "D4-T1"
  /** The weekly huddle reviewed the completions */
  | "D4-R1"
  /** Each response has one completion in time, filed under the contract */
  | "D4-L1"
  /** Every row names its pilot month */
  | "D5-F1"
  /** Every row counts the qualified events */
  | "D5-F2"
  /** Every row counts the provisional avoided escalations */
  | "D5-F3"
  /** Every row states the claims lag */
  | "D5-F4"
  /** Every row states the outcome trigger */
  | "D5-F5"
  /** Every row counts open methodology questions */
  | "D5-F6"
  /** Claimed outcomes tie out to downstream utilization */
  | "D5-G1"
  /** Event counts tie out to the locked events */
  | "D5-V1"
  /** Avoided escalations follow the contract's counting method */
  | "D5-V2"
  /** Claims lag follows the contract's lag method */
  | "D5-V3"
  /** Every finished pilot month has one row */
  | "D5-T1"
  /** Finance signed off before the committee met */
  | "D5-R1"
  /** Compliance signed off before the committee met */
  | "D5-R2"
  /** The executive sponsor signed off before the committee met */
  | "D5-R3"
  /** The file is kept beside its locked events, under the contract */
  | "D5-L1"
  /** Every decision has a board decision code */
  | "D6-F1"
  /** Every decision is supportable, provisional or restricted */
  | "D6-F2"
  /** Every decision has a review date */
  | "D6-F3"
  /** Every decision names its executive owner */
  | "D6-F4"
  /** Every decision rates its residual risk */
  | "D6-F5"
  /** Every decision sets its next checkpoint */
  | "D6-F6"
  /** Decisions note open disputes, claims lag and unclosed events */
  | "D6-G1"
  /** Board statements say no more than the current file supports */
  | "D6-V1"
  /** Restricted months have a follow-up owner */
  | "D6-V2"
  /** External statements say no more than the board approved */
  | "D6-V3"
  /** Every month is decided within its time limit */
  | "D6-T1"
  /** Decisions are in the action register, filed under the contract */
  | "D6-L1";

/** What a question may say besides. */
export type CheckOptions = {
  /** Is told now and then how far the reading has come. */
  onProgress?: (progress: Progress) => void,
  /** The mapping file, which says what the files' own headers and words stand for. */
  mapping?: string | Uint8Array,
};

/** Which contract, and which bytes of it. */
export type ContractRef = {
  /** The contract's own id. */
  id: string,
  /** Its version. */
  version: string,
  /** SHA-256 of the file as given, as `sha256:` and lower-case hex. */
  digest: `sha256:${string}`,
};

/** A rule of the catalogue. */
export type Control = {
  /** Its id, which never changes its meaning. */
  id: ControlId,
  /** The step that asks. */
  step: Step,
  /** What sort of question it is. */
  kind: ControlKind,
  /** Whether a failure stops the step. */
  severity: Severity,
  /** What holds when the control holds. */
  title: string,
  /** Why it matters. */
  why: string,
  /** What to do about a finding. */
  remedy: string,
};

/** What sort of question a control is. */
export type ControlKind = "field" | "gate" | "validation" | "deadline" | "signoff" | "link" | "conduct";

/** How one control came out. */
export type ControlReport = {
  /** The control's id. */
  id: ControlId,
  /** What was decided. */
  outcome: Outcome,
  /** How many findings it has. */
  findings: number,
  /** Why it was not checked or does not apply. */
  why: string | null,
};

/** The canonical name of a table, and the stem of a file that needs no recognition. */
export type DatasetName =
  /** Who confirmed what, when, and against which document and contract version. */
  | "confirmations"
  /** The roles that each staff member holds. */
  | "staff"
  /** How many more cases each lead or responder can take, and on which days. */
  | "staffing_capacity"
  /** The decisions that the executive register shows. */
  | "executive_register"
  /** Paid claims, from which the lag triangle is made. */
  | "claims"
  /** The live tracker of claims lag, by month. */
  | "claims_lag_tracker"
  /** Numerators and denominators of the outcome measures. */
  | "outcome_report"
  /** Questions that were raised about a month, and when they were settled. */
  | "methodology_questions"
  /** What was said about payment, to whom, on which evidence. */
  | "statements"
  /** The payer's attribution file: who is attributed, from when, in which product. */
  | "payer_attribution"
  /** The case management system's view of each participant. */
  | "case_management"
  /** Departures from care plans, and when they were resolved. */
  | "case_variances"
  /** Service authorizations and the days that they cover. */
  | "authorization_register"
  /** People whom local teams put forward. */
  | "local_nominations"
  /** The attributed roster. */
  | "roster"
  /** The decisions that activate, hold or exclude each participant. */
  | "cohort_decisions"
  /** Who is active, frozen for a pilot month. */
  | "locked_cohort"
  /** Who entered the live workflow, and when. */
  | "live_workflow"
  /** Encounters: what was used, and when. */
  | "utilization_feed"
  /** Incidents and their severity. */
  | "incident_history"
  /** The ranked list of whom to reach first. */
  | "priority_list"
  /** Who does what for whom, and by when. */
  | "assignments"
  /** Each month's figures for the performance period to date. */
  | "performance_workbook"
  /** The payment assurance file: one row a pilot month. */
  | "payment_assurance"
  /** What the committee decided about a month. */
  | "payment_decisions"
  /** Referrals, as the event platform received them. */
  | "referrals"
  /** What triage found. */
  | "triage"
  /** The payer's eligibility spans. */
  | "payer_eligibility"
  /** The qualification record of each event. */
  | "event_records"
  /** The decisions that qualify, hold or reject each event. */
  | "event_decisions"
  /** What is qualified, frozen for a pilot month. */
  | "locked_events"
  /** Risk scores over time. */
  | "risk_tracker"
  /** The response released for each qualified event. */
  | "response_bundles"
  /** The named actions of each response. */
  | "bundle_actions"
  /** What was delivered, with its evidence. */
  | "delivery_log"
  /** How each response ended. */
  | "completions"
  /** What stands in the way, and whose it is. */
  | "barrier_tracker"
  /** Which escalations are claimed as avoided. */
  | "outcome_register"
  /** What happened afterwards, and when. */
  | "downstream_utilization"
  /** The settlement file: one row a pilot month. */
  | "settlement_file"
  /** What the committee decided about a month. */
  | "settlement_decisions";

/** Why a participant or an event is in its tier. It is made for whoever asks, and is no part of a report. */
export type Explanation = {
  /** Everything that counts, in the order of the contract. */
  factors: Array<FactorPoints>,
  /** The sum of all points. */
  score: number,
  /** The tier of that score. */
  tier: string,
};

/** What one factor adds to a score. */
export type FactorPoints = {
  /** What is looked at, as the contract names it. */
  field: string,
  /** Its value; null where nothing is stated. */
  value: number | null,
  /** The points of that value. */
  points: number,
};

/** A cell of such a row. */
export type FileCell = {
  /** The header as the file has it. */
  header: string,
  /** The column as findings name it; null where it is none that Tieout reads. */
  column: string | null,
  /** What the file says. */
  value: string,
};

/** A row of a file that was given, as the file has it. */
export type FileRow = {
  /** The table that the file was read as. */
  dataset: DatasetName,
  /** The file's name. */
  file: string,
  /** The row as a spreadsheet numbers it. */
  line: number,
  /** Every column of the file, in its order. */
  cells: Array<FileCell>,
};

/** One difference, with its place, its rule and its remedy. */
export type Finding = {
  /** The control, or `IN-1` to `IN-5` for what intake found. */
  control: ControlId | IntakeCode,
  /** Whether it blocks the step. */
  severity: Severity,
  /** The table that it is about. */
  dataset: DatasetName,
  /** Which of the table's files, where it was made of several. */
  file?: string,
  /** The row as a spreadsheet numbers it; null when it is about the whole table. */
  line: number | null,
  /** The row's key as written. */
  key: string | null,
  /** The column. */
  field: string | null,
  /** What the row says. */
  stated: string | null,
  /** What it should say. */
  expected: string | null,
  /** The row on the far side that shows it. */
  other: Place | null,
  /** The table in which this row has no counterpart. */
  missing_from: DatasetName | null,
  /** The difference in a sentence. */
  message: string,
};

/** A file as it was given. */
export type InputFile = {
  /** Its name, with or without a path. */
  name: string,
  /** Its bytes. */
  bytes: Uint8Array,
  /** The table that it is, where its name and its header do not tell. */
  dataset?: DatasetName,
  /** Its SHA-256, where you have computed it beside other work; otherwise the engine does. */
  digest?: Uint8Array,
  /** Which part of a file these bytes are, as a sheet of a workbook or a member of an archive; `digest` is then
 * that of the whole file. */
  part?: string,
  /** How the part was taken out of the file, as `tieout/spreadsheets` tells it; the report repeats it. */
  notes?: Array<PartNote>,
};

/** One file that was given. */
export type InputRef = {
  /** The table it was read as; null when it is none that Tieout knows. */
  dataset: DatasetName | null,
  /** The file's name, without a path. */
  file: string,
  /** SHA-256 of its bytes as given. */
  digest: `sha256:${string}`,
  /** Rows below the header, blank ones left out. */
  rows: number,
  /** Which part of the file: a sheet of a workbook, a member of an archive. Absent where the file is one table. */
  part?: string,
  /** How it was read, where that took more than reading it. Absent where there is nothing to tell. */
  notes?: Array<Note>,
};

/** A rule that files are held to before any control is asked. */
export type IntakeRule = {
  /** Its id, which never changes its meaning. */
  id: IntakeCode,
  /** What holds when nothing is wrong. */
  title: string,
  /** Why it matters. */
  why: string,
  /** What to do about a finding. */
  remedy: string,
};

/** Which bytes of a mapping file. */
export type MappingRef = {
  /** SHA-256 of the file as given or, where it was confirmed elsewhere, as it is written. */
  digest: `sha256:${string}`,
};

/** A figure, or a group of figures by name. */
export type Metric = number | string | { [key in string]: Metric };

/** One thing to know about how a file was read. */
export type Note = {
  /** What sort of thing it is. */
  kind: NoteKind,
  /** The column, by the table's name for it; null when it is about the whole file. */
  field: string | null,
  /** How many cells, or rows where it is about the whole file, it is about; 0 where counting says nothing. */
  cells: number,
  /** The first of them, as a spreadsheet numbers rows; null where there is none. */
  line: number | null,
  /** The note in a sentence. */
  message: string,
};

/** What sort of thing a note tells. */
export type NoteKind = "read" | "mapped" | "repaired" | "doubted" | "governed";

/** The outcome of a control. */
export type Outcome = "held" | "failed" | "not_checked" | "not_applicable";

/** One thing to know about how a part was taken out of a file. */
export type PartNote = {
  /** In what form it was read, or what looks wrong and may be right. */
  kind: PartNoteKind,
  /** How many rows or cells it is about; 0 where counting says nothing. */
  cells: number,
  /** The first row that it is about, as a spreadsheet numbers rows. */
  line: number | null,
  /** The note in a sentence. */
  message: string,
};

/** What sort of thing a note on a part tells. */
export type PartNoteKind = "read" | "doubted";

/** A row of a table. */
export type Place = {
  /** The table. */
  dataset: DatasetName,
  /** Which of the table's files, where it was made of several. */
  file?: string,
  /** The row as a spreadsheet numbers it. */
  line: number,
};

/** How far the reading has come. */
export type Progress = {
  /** The file that is being read. */
  file: string,
  /** Rows read so far, of all files. */
  rows: number,
  /** Bytes read so far, of all files. */
  doneBytes: number,
  /** Bytes of all files. */
  totalBytes: number,
};

/** The whole answer of a run. */
export type Report = {
  /** The version of Tieout that decided. */
  tieout: string,
  /** The agreement that was held against the files. */
  contract: ContractRef,
  /** What was said about the files, where somebody gave a mapping. Absent where nobody did. */
  mapping?: MappingRef,
  /** The instant at which everything is judged, with its offset. */
  as_of: string,
  /** Every file that was given, by table, then by file name. */
  inputs: Array<InputRef>,
  /** All twelve steps, in order. */
  steps: Array<StepReport>,
  /** Every difference: intake first, then by control, table, line, key and field. */
  findings: Array<Finding>,
};

/** Whether a finding stops its step. */
export type Severity = "block" | "warn";

/** One step of a pilot: a record that somebody makes, and the controls that it must pass. */
export type Step =
  /** Attributed roster */
  | "A1"
  /** Cohort activation */
  | "A2"
  /** Intervention priority list */
  | "A3"
  /** Intervention assignments */
  | "A4"
  /** Payment assurance file */
  | "A5"
  /** Payment position */
  | "A6"
  /** Event qualification record */
  | "D1"
  /** Event qualification decision */
  | "D2"
  /** Response bundle */
  | "D3"
  /** Response completion */
  | "D4"
  /** Avoided-escalation settlement file */
  | "D5"
  /** Settlement position */
  | "D6";

/** How one step stands. */
export type StepReport = {
  /** Which step. */
  step: Step,
  /** Its state, decided by its controls. */
  state: StepState,
  /** Every control of the step, in catalogue order. */
  controls: Array<ControlReport>,
  /** Figures that a person can follow by hand. */
  metrics: { [key in string]: Metric },
};

/** The state of a step. */
export type StepState = "blocked" | "incomplete" | "clear" | "not_started";

/** A step and what it makes. */
export type StepTitle = {
  /** Which step. */
  step: Step,
  /** What it makes, as a heading. */
  title: string,
};
