//! What people say about their files: it is read as it is written, refused fault by fault, and proposed without a guess.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tieout::mapping::{
    Choice, ColumnMapping, Confidence, DateForm, Delimiter, Encoding, FileMapping, Form, KnownBy, Quote, TableChoice,
};
use tieout::{Contract, Dataset, Mapping, Proposal, Sample, draft, propose};

fn contract() -> Contract {
    Contract::parse(include_bytes!("contracts/attribution.toml")).unwrap()
}

fn sample(file: &str, headers: &str, rows: &[&str]) -> Sample {
    let cells = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
    let rows = rows.iter().map(|row| cells(row)).collect();
    Sample { file: file.to_owned(), headers: cells(headers), rows, ..Sample::default() }
}

/// The header of a column, how sure it is, and which others could be it.
fn found<'p>(proposal: &'p Proposal, field: &str) -> (Option<&'p str>, Confidence, Vec<&'p str>) {
    let column = proposal.columns.iter().find(|column| column.field == field).unwrap();
    (column.header.as_deref(), column.confidence, column.others.iter().map(String::as_str).collect())
}

#[test]
fn every_fault_of_a_file_is_told_with_its_line_and_its_mending() {
    let file = r#"[[file]]
table = "rooster"
[[file]]
table = "authorization_register"
header_line = 0
[file.columns]
participant = "Member ID"
[file.values.status]
A = "activ"
"" = "pending"
[file.values.participant_id]
P1 = "P-1"
[file.dates]
start_date = "MM/DD"
status = "YYYYMMDD"
[[file]]
table = "staff"
[[table]]
table = "roster"
files = "newest"
"#;
    let told = Mapping::parse(file.as_bytes()).unwrap_err().to_string();
    let expected = "\
line 2, file[0].table: “rooster” is not a table. To mend it, write roster if that was meant.
line 14, file[1].dates.start_date: “MM/DD” is not one of the choices. To mend it, write one of YYYY-MM-DD, MM/DD/YYYY, DD/MM/YYYY, YYYYMMDD, MMDDYYYY, DD-MMM-YYYY, MMM DD, YYYY.
line 20, table[0].files: “newest” is not a choice of files. To mend it, write \"join\", \"last\", or the names of the files that count as [\"a.csv\", \"b.csv\"].";
    assert_eq!(told, expected);
    let file = file.replace("rooster", "staff").replace("MM/DD\"", "MM/DD/YYYY\"").replace("newest", "last");
    let told = Mapping::parse(file.as_bytes()).unwrap_err().to_string();
    let expected = "\
line 1, file[0]: it names no header, so that no file is known by it. To mend it, write column = \"header\" pairs below [file.columns].
line 5, file[1].header_line: a spreadsheet has no line 0. To mend it, count lines from 1.
line 7, file[1].columns.participant: authorization_register has no such column. To mend it, write participant_id if that was meant.
line 9, file[1].values.status.A: “activ” is not an agreed value of status. To mend it, write active if that was meant; the choices are active, pending, denied, cancelled.
line 10, file[1].values.status.: an empty cell has no word. To mend it, remove it: what is empty stays empty.
line 11, file[1].values.participant_id: participant_id holds an id, not words of a list. To mend it, remove it: only the words of codes are translated.
line 15, file[1].dates.status: status holds a code of the list, not dates. To mend it, remove it.
line 16, file[2]: it names no header, so that no file is known by it. To mend it, write column = \"header\" pairs below [file.columns].";
    assert_eq!(told, expected);
    let twice = "[[file]]\ntable = \"staff\"\ncolumns = { role = \"Job Title\" }\n".repeat(2);
    let told = Mapping::parse(twice.as_bytes()).unwrap_err().to_string();
    assert!(told.starts_with("line 4, file[1]: it names the same headers as file[0]"), "{told}");
    for at in 0..file.len() {
        let _ = Mapping::parse(&file.as_bytes()[..at]);
    }
}

#[test]
fn names_and_content_propose_and_two_that_could_be_it_are_a_question() {
    let known = sample(
        "roster.csv",
        "participant_id,payer_attribution_date,qualifying_category,authorization_status",
        &["P-1,2026-01-05,smi,active", "P-2,2026-01-05,smi,active"],
    );
    let auths = sample(
        "Auth Log.csv",
        "Auth #,Client ID,MRN,UM Status,St Dt,Exp Dt",
        &["A-1,C-9,P-1,APPROVED,01/31/2026,", "A-2,C-8,P-2,In Review,02/01/2026,", "A-3,C-7,P-1,???,02/02/2026,"],
    );
    let proposals = propose(&[known, auths.clone()], &contract(), None);
    let [roster, auth] = &proposals[..] else { panic!("{proposals:?}") };
    assert!(roster.is_settled() && roster.known_by == KnownBy::Name);
    assert_eq!((auth.dataset, auth.known_by), (Some(Dataset::AuthorizationRegister), KnownBy::Likeness));
    // Both are names for the participant; only one holds the people of the other file.
    assert_eq!(found(auth, "participant_id"), (Some("MRN"), Confidence::Likely, vec!["Client ID"]));
    assert_eq!(found(auth, "start_date"), (Some("St Dt"), Confidence::Likely, vec![]));
    let column = |field: &str| auth.columns.iter().find(|column| column.field == field).unwrap();
    assert_eq!(column("start_date").dates, [DateForm::MonthDayYear]);
    let words: Vec<_> = column("status").words.iter().map(|w| (w.written.as_str(), w.agreed.as_deref())).collect();
    assert_eq!(words, [("???", None), ("APPROVED", Some("active")), ("In Review", Some("pending"))]);
    assert!(auth.is_open(), "a word is open");
    assert_eq!(auth.ignored, ["Client ID"]);

    // Alone, nothing tells which of the two ids it is.
    let alone = &propose(&[auths], &contract(), None)[0];
    assert_eq!(found(alone, "participant_id"), (None, Confidence::Open, vec!["Client ID", "MRN"]));
    assert_eq!(alone.columns[0].field, "participant_id", "what is required and open comes first");
    assert!(alone.columns[0].why.contains("“Client ID” and “MRN”"));
}

#[test]
fn a_column_without_a_known_name_is_found_by_what_it_holds() {
    let feed = sample(
        "utilization_feed.csv",
        "Visit ID,Member ID,Zeitpunkt,Art",
        &["E-1,P-1,03/15/2026,ed", "E-2,P-2,03/31/2026,ip"],
    );
    let proposal = &propose(&[feed], &contract(), None)[0];
    assert_eq!(found(proposal, "service_date"), (Some("Zeitpunkt"), Confidence::Possible, vec![]));
    assert_eq!(found(proposal, "kind"), (Some("Art"), Confidence::Possible, vec![]));
    // So is one that the table can do without, where it holds words of a list.
    let roster = sample(
        "roster.csv",
        "participant_id,payer_attribution_date,qualifying_category,authorization_status,Why not,Free",
        &["P-1,2026-01-05,smi,active,,x", "P-2,2026-01-05,smi,active,Other-Plan,y"],
    );
    let proposal = &propose(&[roster], &contract(), None)[0];
    assert_eq!(found(proposal, "exclusion_reason_code"), (Some("Why not"), Confidence::Possible, vec![]));
    let two = sample("utilization_feed.csv", "Visit ID,Member ID,Zeitpunkt,Geburt", &["E-1,P-1,03/15/2026,04/01/1990"]);
    assert_eq!(found(&propose(&[two], &contract(), None)[0], "service_date"), (None, Confidence::Open, vec![]));
}

#[test]
fn the_assignment_lists_of_medicare_are_told_by_their_names_for_things() {
    let headers = "BENE_MBI_ID,BENE_HIC_NUM,BENE_1ST_NAME,BENE_LAST_NAME,BENE_SEX_CD,BENE_BRTH_DT,BENE_DEATH_DT";
    let list = sample("payer_attribution.csv", headers, &["9AA0AA0AA01,,ANNA,EXAMPLE,2,06/30/1945,"]);
    let proposal = &propose(&[list], &contract(), None)[0];
    assert_eq!(found(proposal, "birth_date"), (Some("BENE_BRTH_DT"), Confidence::Likely, vec![]));
    // The older number is a name for the participant too, and is empty.
    assert_eq!(found(proposal, "participant_id"), (Some("BENE_MBI_ID"), Confidence::Likely, vec!["BENE_HIC_NUM"]));
    assert_eq!(found(proposal, "attribution_date"), (None, Confidence::Open, vec![]));
}

#[test]
fn a_file_that_could_be_two_tables_is_neither() {
    let spans = sample("export.csv", "Member ID,Status,Effective Date,Term Date", &["P-1,A,2026-01-01,"]);
    let proposal = &propose(&[spans], &contract(), None)[0];
    assert_eq!((proposal.dataset, proposal.known_by), (None, KnownBy::Nothing));
    assert!(proposal.candidates.len() > 1, "{:?}", proposal.candidates);
    let text = draft(std::slice::from_ref(proposal), None);
    assert!(text.contains("OPEN: which table is it?") && text.contains("payer_attribution"), "{text}");
}

#[test]
fn a_table_is_told_by_more_than_its_ids_and_by_what_is_read_of_the_file() {
    let ids = sample("export.csv", "Client No.,Worker", &["P-1,Zoë", "P-2,José"]);
    let proposal = &propose(&[ids], &contract(), None)[0];
    assert_eq!((proposal.dataset, proposal.is_open()), (None, true), "every table has ids: {:?}", proposal.candidates);
    let headers = "Medicaid ID,Client,Attributed since,Need,Authorised?,Why";
    let caseload = sample("Caseload 03-09.xlsx", headers, &["P-1,A,2026-01-05,Substance use,Waiting,"]);
    let needs = b"[[criteria]]\nid = \"NEED\"\nfield = \"case_management.qualifying_category\"\nop = \"one_of\"\nvalue = [\"smi\", \"sud\"]\nexclusion_code = \"TOO-YOUNG\"\n";
    let contract = Contract::parse(&[&include_bytes!("contracts/attribution.toml")[..], needs].concat()).unwrap();
    let proposal = &propose(&[caseload], &contract, None)[0];
    assert_eq!((proposal.dataset, proposal.known_by), (Some(Dataset::Roster), KnownBy::Likeness));
    let words: Vec<_> = proposal.columns.iter().flat_map(|column| &column.words).collect();
    let meant: Vec<_> = words.iter().map(|word| (word.written.as_str(), word.agreed.as_deref())).collect();
    assert_eq!(meant, [("Substance use", Some("sud")), ("Waiting", Some("pending"))]);
    let prose = sample("notes.xlsx", "Ask Zoë before you change anything here.", &["Waiting = asked"]);
    let proposal = &propose(&[prose], &contract, None)[0];
    assert!(!proposal.is_open(), "{:?}", proposal.candidates);
    assert!(draft(std::slice::from_ref(proposal), None).contains("like no table and is left out"));
}

#[test]
fn a_draft_says_what_is_proposed_and_nothing_that_is_open() {
    let auths = sample(
        "Auth Log.csv",
        "Auth #,MRN,UM Status,St Dt,Exp Dt",
        &["A-1,P-1,APPROVED,01/31/2026,", "A-2,P-2,\u{1}odd,02/01/2026,02/03/2026"],
    );
    let proposals = propose(std::slice::from_ref(&auths), &contract(), None);
    let mapping = Mapping::parse(draft(&proposals, None).as_bytes()).unwrap();
    assert_eq!(mapping.files(), [proposals[0].confirmed().unwrap()]);
    // Read with what was drafted, the same file is known, and a draft of it says the same.
    let again = propose(&[auths], &contract(), Some(&mapping));
    assert_eq!(again[0].known_by, KnownBy::Said);
    assert_eq!(Mapping::parse(draft(&again, Some(&mapping)).as_bytes()).unwrap().files(), mapping.files());
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof!["[A-Za-z #\"'=\\[\\]\\\\.\u{e9}]{1,12}", any::<String>().prop_map(|text| format!("x{text}"))]
}

fn column(field: &'static str, values: bool) -> impl Strategy<Value = ColumnMapping> {
    let words = prop::collection::btree_map(word(), prop::sample::select(vec!["", "active", "denied"]), 0..3);
    let dates = prop::option::of(prop::sample::select(DateForm::ALL.to_vec()));
    let header = prop::option::of(prop_oneof![word(), Just(String::new())]);
    (header, words, dates).prop_map(move |(header, words, dates)| {
        let words = words.into_iter().map(|(word, meaning)| (word, meaning.to_owned()));
        let is_date = field.ends_with("_date");
        let values = if values { words.collect() } else { BTreeMap::new() };
        ColumnMapping { field, header, values, dates: dates.filter(|_| is_date) }
    })
}

prop_compose! {
    fn file()(
        instead_of in prop::option::of(Just(Dataset::Roster)),
        headers in prop::collection::vec(word(), 0..3),
        sheet in prop::option::of(word()),
        encoding in prop::option::of(prop::sample::select(Encoding::ALL.to_vec())),
        delimiter in prop::option::of(prop::sample::select(Delimiter::ALL.to_vec())),
        quote in prop::option::of(prop::sample::select(Quote::ALL.to_vec())),
        header_line in prop::option::of(1_u32..9),
        id in column("authorization_id", false),
        status in column("status", true),
        start in column("start_date", false),
    ) -> FileMapping {
        let form = Form { encoding, delimiter, quote, header_line };
        let columns = vec![start, status, id];
        FileMapping { dataset: Dataset::AuthorizationRegister, instead_of, headers, sheet, form, columns }
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(file in file(), names in prop::collection::vec(word(), 1..3)) {
        let names = names.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect::<Vec<_>>();
        prop_assume!(!names.is_empty());
        let tables = vec![
            TableChoice { dataset: Dataset::Roster, files: Choice::Only(names) },
            TableChoice { dataset: Dataset::Claims, files: Choice::Join },
        ];
        let mapping = Mapping::of(vec![file], tables);
        let text = mapping.to_toml();
        let again = Mapping::parse(text.as_bytes()).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(&again, &mapping);
        prop_assert_eq!(again.to_toml(), text);
    }
}

#[test]
fn a_word_that_nobody_looks_for_is_asked_about_where_it_may_be_one_that_is() {
    let words = |said: Option<&Mapping>, rows: &[&str]| {
        let sample = sample("payer_attribution.csv", "participant_id,attribution_date,product", rows);
        let proposal = propose(&[sample], &contract(), said).remove(0);
        let product = proposal.columns.into_iter().find(|column| column.field == "product").unwrap();
        product.words.into_iter().map(|word| (word.written, word.agreed, word.is_open)).collect::<Vec<_>>()
    };
    let open = |word: &str| (word.to_owned(), None, true);
    let other = |word: &str| (word.to_owned(), None, false);
    let likely = |word: &str| (word.to_owned(), Some("gold".to_owned()), false);
    // Nothing is what the contract looks for, so that anything may be.
    assert_eq!(words(None, &["P1,2026-01-01,HMO 12", "P2,2026-01-01,PPO"]), [open("HMO 12"), open("PPO")]);
    // Something is, or is likely: the rest may be other products, and is shown.
    assert_eq!(words(None, &["P1,2026-01-01,gold", "P2,2026-01-01,PPO"]), [other("PPO")]);
    assert_eq!(words(None, &["P1,2026-01-01,GOLD", "P2,2026-01-01,Gold HMO"]), [likely("GOLD"), likely("Gold HMO")]);
    // What the others mean was said, so that a new one is noticed.
    let said = b"[[file]]\ntable = \"payer_attribution\"\nvalues = { product = { Y = \"gold\", PPO = \"PPO\" } }\n";
    let said = Mapping::parse(said).unwrap();
    assert_eq!(words(Some(&said), &["P1,2026-01-01,Y", "P2,2026-01-01,PPO"]), []);
    assert_eq!(words(Some(&said), &["P1,2026-01-01,Y", "P2,2026-01-01,HMO"]), [open("HMO")]);
}

#[test]
fn a_day_that_never_was_hides_no_form() {
    let dates = |days: &[&str]| {
        let rows: Vec<_> = days.iter().zip(1..).map(|(day, n)| format!("A-{n},P-{n},active,{day}")).collect();
        let rows: Vec<_> = rows.iter().map(String::as_str).collect();
        let register = sample("authorization_register.csv", "authorization_id,participant_id,status,start_date", &rows);
        let proposal = propose(&[register], &contract(), None).remove(0);
        proposal.columns.into_iter().find(|column| column.field == "start_date").unwrap().dates
    };
    assert_eq!(dates(&["01-Jan-2026", "30-Feb-2026", "03-Mar-2026", "04-Mar-2026"]), [DateForm::DayNameYear]);
    // A form that reads every cell leaves no room for one that does not.
    assert_eq!(dates(&["03/31/2026", "03/01/2026", "03/02/2026", "03/03/2026"]), [DateForm::MonthDayYear]);
    assert_eq!(dates(&["2026-01-01", "2026-02-30", "2026-03-03", "2026-03-04"]), []);
}
