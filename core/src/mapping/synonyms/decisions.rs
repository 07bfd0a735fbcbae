//! Decisions: what was decided, confirmed or stated, by whom, when and on which paper.

use super::{Names, names};
use crate::dataset::Dataset::{
    CohortDecisions, Confirmations, EventDecisions, ExecutiveRegister, LiveWorkflow, MethodologyQuestions,
    PaymentDecisions, SettlementDecisions, Statements,
};

pub(super) static NAMES: &[Names] = &[
    names("control_id", &["Control", "Gate", "Control Number", "Check ID"]).only_in(&[Confirmations]),
    names("confirmed_by", &["Confirmer", "Signed By", "Signer", "Approved By", "Confirmed By ID"])
        .only_in(&[Confirmations]),
    names("confirmed_role", &["Role", "Signer Role", "Approver Role", "Confirmer Role"]).only_in(&[Confirmations]),
    names(
        "confirmed_at",
        &[
            "Confirmed",
            "Confirmed On",
            "Signed At",
            "Signed On",
            "Confirmation Timestamp",
            "Confirmation Date",
            "Approved At",
        ],
    )
    .only_in(&[Confirmations]),
    names("document_ref", &["Document", "Document ID", "Document Number", "Evidence", "Attachment", "Document Link"]),
    names("contract_version", &["Version", "Agreement Version", "Contract"]).only_in(&[Confirmations]),
    names("case_id", &["Case", "Case Number", "Subject ID", "Participant ID", "Event ID", "Member ID"])
        .only_in(&[ExecutiveRegister]),
    names("decision", &["Decision Code", "Determination", "Outcome", "Class", "Status"]).only_in(&[ExecutiveRegister]),
    names(
        "recorded_at",
        &["Recorded", "Recorded On", "Recorded Timestamp", "Entered At", "Entry Timestamp", "Logged At", "Created At"],
    ),
    names("record_ref", &["Record", "Record ID", "Record Number", "Register Reference", "Minutes Reference"])
        .only_in(&[ExecutiveRegister]),
    names(
        "cohort_decision_code",
        &["Decision", "Decision Code", "Cohort Decision", "Cohort Status", "Determination", "Status"],
    )
    .only_in(&[CohortDecisions]),
    names("event_decision_code", &["Decision", "Decision Code", "Event Decision", "Determination", "Status"])
        .only_in(&[EventDecisions]),
    names(
        "review_date",
        &[
            "Decision Date",
            "Reviewed On",
            "Date Reviewed",
            "Reviewed Date",
            "Date of Review",
            "Reviewed At",
            "Decided On",
        ],
    ),
    names("control_status", &["Control", "Control State", "Controlled"]).only_in(&[CohortDecisions, EventDecisions]),
    names(
        "next_checkpoint_date",
        &["Next Checkpoint", "Next Review", "Next Review Date", "Checkpoint Date", "Follow-up Date"],
    ),
    names("attribution_basis", &["Basis", "Attribution Reason", "Basis of Attribution"]),
    names("trigger_basis", &["Basis", "Trigger", "Qualifying Trigger"]),
    names("clarification_deadline", &["Clarification Due", "Clarification Due Date", "Clarify By", "Deadline"]),
    names(
        "entered_at",
        &[
            "Entered",
            "Entered On",
            "Entry Timestamp",
            "Entry Date",
            "Start Timestamp",
            "Workflow Start",
            "Activated At",
        ],
    )
    .only_in(&[LiveWorkflow]),
    names("locked_at", &["Locked", "Locked On", "Lock Timestamp", "Lock Date", "Frozen At"]),
    names("question_id", &["Question", "Question Number", "Issue ID", "Query ID"]).only_in(&[MethodologyQuestions]),
    names("kind", &["Question Type", "Type", "Question Category", "Category"]).only_in(&[MethodologyQuestions]),
    names("raised_on", &["Raised", "Date Raised", "Raised Date", "Opened On", "Open Date", "Asked On"]),
    names("statement_id", &["Statement", "Statement Number"]).only_in(&[Statements]),
    names("issued_on", &["Issued", "Issue Date", "Date Issued", "Statement Date"]).only_in(&[Statements]),
    names("audience", &["Recipient", "Addressee", "Issued To"]).only_in(&[Statements]),
    names("asserted_position", &["Position", "Stated Position", "Position Status"]).only_in(&[Statements]),
    names("asserted_amount", &["Amount", "Stated Amount"]).only_in(&[Statements]),
    names("evidence_digest", &["Digest", "Evidence Hash", "SHA256", "Checksum"]).only_in(&[Statements]),
    names("text", &["Statement Text", "Wording", "Body"]).only_in(&[Statements]),
    names("board_decision_code", &["Board Decision", "Decision", "Decision Code"])
        .only_in(&[PaymentDecisions, SettlementDecisions]),
    names("payment_position_status", &["Payment Position", "Position", "Position Status"]).only_in(&[PaymentDecisions]),
    names("settlement_position_status", &["Settlement Position", "Position", "Position Status"])
        .only_in(&[SettlementDecisions]),
    names("residual_risk_rating", &["Residual Risk", "Risk Rating", "Risk"]),
    names("approved_amount", &["Amount Approved", "Amount"]).only_in(&[PaymentDecisions, SettlementDecisions]),
];
