//! What staff of a crisis-diversion pilot get wrong, step by step.

use crate::sample::fault::faults;

faults! {
    /// In the record of an event, or in a source of it.
    pub enum RecordFault {
        /// A record without a participant.
        RecordParticipantEmpty,
        /// A record without the time of the event.
        RecordTimeEmpty,
        /// A record without a source.
        RecordSourceEmpty,
        /// A record without a category.
        RecordCategoryEmpty,
        /// A record without an eligibility status.
        RecordEligibilityEmpty,
        /// The rules give a code; the record has none.
        RecordCodeMissing,
        /// The record has a code that nobody agreed on.
        RecordCodeForeign,
        /// The record has another code than the rules give.
        RecordCodeDiffers,
        /// The record has a rule's code; the rules give none.
        RecordCodeUncalled,
        /// Triage never saw the event.
        TriageMissing,
        /// Triage dates the event half an hour later.
        TriageApart,
        /// The record has another time than the referral.
        RecordTimeDiffers,
        /// The record has another participant than the referral.
        RecordParticipantDiffers,
        /// The record has another source than the referral.
        RecordSourceDiffers,
        /// The record has another category than triage.
        RecordCategoryDiffers,
        /// The record has another eligibility status than the payer's file gives.
        RecordEligibilityDiffers,
        /// Recorded after the limit.
        RecordedLate,
        /// A record that does not say when it was made.
        RecordUndated,
        /// Recorded after it was decided.
        RecordedAfterDecision,
        /// Recorded after the response was released.
        RecordedAfterRelease,
        /// Referred, and never recorded.
        Unrecorded,
        /// Recorded, and not on the platform.
        ReferralLost,
    }
}

faults! {
    /// In the decisions on events, and where they are kept.
    pub enum QualificationFault {
        /// A decision without a participant.
        RulingParticipantEmpty,
        /// A decision without its code.
        RulingCodeEmpty,
        /// A decision with a code that the contract does not know.
        RulingCodeForeign,
        /// A decision without a time.
        RulingTimeEmpty,
        /// A decision that nobody signed.
        RulingReviewerEmpty,
        /// A decision without a control status.
        RulingControlStatusEmpty,
        /// A decision without a next checkpoint.
        RulingCheckpointEmpty,
        /// A pending event that nobody owns.
        ClarificationUnowned,
        /// A pending event without a deadline.
        ClarificationOpenEnded,
        /// A pending event whose deadline has passed.
        ClarificationOverdue,
        /// A pending event whose deadline comes too late to help.
        ClarificationPastWindow,
        /// Qualified, although the rules reject the event.
        UnfitQualified,
        /// Qualified without a basis.
        TriggerMissing,
        /// Qualified on the basis of another category.
        TriggerUnfit,
        /// Rejected without a code.
        RejectionUncoded,
        /// Rejected with a code that nobody agreed on.
        RejectionForeign,
        /// Rejected with another code than the rules give.
        RejectionDiffers,
        /// In the executive register only after the response was released.
        RegisteredLate,
        /// First reviewed after the limit.
        RuledLate,
        /// Reviewed by somebody who may not.
        RulingUnauthorized,
        /// Recorded, and not decided.
        Unruled,
        /// Decided, and not recorded.
        RuledUnrecorded,
        /// The decision names another participant than the referral.
        RulingParticipantDiffers,
        /// Decided, and not in the executive register.
        RulingUnregistered,
        /// The executive register shows another decision.
        RulingRegisteredOtherwise,
        /// Locked into the month, and not qualified.
        LockedUnqualified,
        /// Qualified, and not locked into the month.
        EventLockForgotten,
        /// Locked into another month.
        LockedMonthDiffers,
        /// Locked for another participant.
        LockedParticipantDiffers,
    }
}

faults! {
    /// In a response and its actions.
    pub enum BundleFault {
        /// A response without a participant.
        BundleParticipantEmpty,
        /// A response without a tier.
        BundleTierEmpty,
        /// A response without a safety status.
        BundleSafetyEmpty,
        /// A response without a responder.
        ResponderEmpty,
        /// A response without a threshold code.
        ThresholdEmpty,
        /// Another tier than the risk leads to, and everything done by it.
        ResponseTierDiffers,
        /// A response to somebody whose risk was never assessed.
        ProfileMissing,
        /// Another safety status than triage's.
        BundleSafetyDiffers,
        /// Another threshold code than the tier's.
        ThresholdDiffers,
        /// A responder whose capacity nobody knows.
        ResponderUnknown,
        /// A responder who is away.
        ResponderAway,
        /// A responder without a free slot.
        ResponderOverbooked,
        /// A responder whose role may not lead the tier.
        ResponderUnauthorized,
        /// A general follow-up in place of an action that the tier requires.
        ActionUnnamed,
        /// Qualified, and without a response.
        Unreleased,
        /// A response to an event that was rejected.
        RejectedReleased,
        /// The response names another participant than the referral.
        BundleParticipantDiffers,
        /// Released after the limit.
        ReleasedLate,
    }
}

faults! {
    /// In how a response ended.
    pub enum CompletionFault {
        /// A completion without a participant.
        CompletionParticipantEmpty,
        /// A completion without a status.
        CompletionStatusEmpty,
        /// A completion with a status that is not in the closed list.
        CompletionStatusForeign,
        /// A completion without a count of dependencies.
        DependenciesEmpty,
        /// A completion without an escalation status.
        CompletionEscalationEmpty,
        /// A completion without the time of its review.
        CompletionTimeEmpty,
        /// A completion without the time of its validation.
        CompletionValidationEmpty,
        /// An action that was not done, and no reason.
        ReasonMissing,
        /// An action that was not done, and a reason that nobody agreed on.
        ReasonForeign,
        /// An escalation barrier that nobody owns.
        BarrierUnowned,
        /// Stabilized, and an action has no evidence.
        StabilizedUnproven,
        /// Another count of dependencies than the tracker's.
        DependenciesDiffer,
        /// Escalated, and without a next checkpoint.
        EscalatedUnplanned,
        /// Escalated, and validated after the huddle had closed.
        EscalatedValidatedLate,
        /// Escalated, and validated before it was reviewed.
        EscalatedValidatedEarly,
        /// Released, and never completed.
        Uncompleted,
        /// Completed, and never released.
        CompletedUnreleased,
        /// The completion names another participant than the referral.
        CompletionParticipantDiffers,
        /// Reviewed after the limit.
        CompletedLate,
    }
}

faults! {
    /// In what is claimed as avoided.
    pub enum OutcomeFault {
        /// Claimed as avoided, and yet it came about.
        ClaimedEscalated,
        /// Claimed as avoided for an event that is not locked.
        ClaimedUnlocked,
    }
}
