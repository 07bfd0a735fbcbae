//! What staff of an attribution pilot get wrong, step by step.

use crate::sample::fault::faults;

faults! {
    /// In the roster, or in a source of it.
    pub enum RosterFault {
        /// On the roster by nomination; the payer has never heard of the person.
        NomineeListed,
        /// On the roster although the attribution has ended.
        FormerListed,
        /// On the roster before the attribution begins.
        AnnouncedListed,
        /// On the roster with an id that lost its hyphen.
        IdMistyped,
        /// In the payer's file, and forgotten on the roster.
        Forgotten,
        /// The roster has another attribution date than the payer.
        DateDiffers,
        /// The roster has another category than case management.
        CategoryDiffers,
        /// The roster has another status than the register amounts to.
        StatusDiffers,
        /// The authorization is not in force, and the roster noticed neither that nor the code.
        LapseUnnoticed,
        /// The rules give a code; the roster has none.
        CodeMissing,
        /// The roster has a code that nobody agreed on.
        CodeForeign,
        /// The roster has another code than the rules give.
        CodeDiffers,
        /// The roster has a rule's code; the rules give none.
        CodeUncalled,
        /// A reviewer's code stands where the rules give another.
        CodeOverruled,
        /// The person is on the roster twice.
        ListedTwice,
        /// A roster row without an id.
        IdEmpty,
        /// A roster row without an attribution date.
        DateEmpty,
        /// A roster row without a category.
        CategoryEmpty,
        /// A roster row without a status.
        StatusEmpty,
        /// The roster's attribution date is written the American way.
        DateUnreadable,
        /// The payer's file holds the same attribution twice.
        AttributedTwice,
        /// A register row begins on a day that no calendar has.
        RegisterDateUnreadable,
        /// A register row has a status that is not in the closed list.
        RegisterStatusForeign,
        /// A register row belongs to nobody.
        RegisterIdEmpty,
    }
}

faults! {
    /// In when a week's work was done.
    pub enum WeekFault {
        /// The roster was made on another day than a Monday.
        MadeOnAnotherDay,
        /// The list was made on another day than a Wednesday.
        ListedOnAnotherDay,
        /// The feed stopped more than a week before the list.
        FeedStale,
    }
}

faults! {
    /// In the decisions on the cohort, and where they are kept.
    pub enum CohortFault {
        /// A decision on nobody.
        DecisionIdEmpty,
        /// A decision without its code.
        DecisionCodeEmpty,
        /// A decision with a code that the contract does not know.
        DecisionCodeForeign,
        /// A decision without a date.
        DecisionDateEmpty,
        /// A decision that nobody signed.
        ReviewerEmpty,
        /// A decision without a control status.
        ControlStatusEmpty,
        /// A decision without a next checkpoint.
        CheckpointEmpty,
        /// A pending case that nobody owns.
        PendingUnowned,
        /// A pending case without a deadline.
        PendingOpenEnded,
        /// A pending case whose deadline has passed.
        PendingOverdue,
        /// An active participant without a basis.
        BasisMissing,
        /// Active, although the rules exclude the person.
        ExcludedActivated,
        /// Excluded without a code.
        RationaleMissing,
        /// Excluded with a code that nobody agreed on.
        RationaleForeign,
        /// Excluded with another code than the rules give.
        RationaleDiffers,
        /// In the live workflow, and never active.
        EnteredUndecided,
        /// In the live workflow before the register showed the decision.
        EnteredEarly,
        /// First reviewed a day too late.
        ReviewedLate,
        /// Reviewed by somebody who may not.
        ReviewerUnauthorized,
        /// On the roster, and not decided.
        Undecided,
        /// Decided, and not on the roster.
        DecidedUnlisted,
        /// Decided, and not in the executive register.
        RegisterMissing,
        /// The executive register shows another decision.
        RegisterDiffers,
        /// Locked into the month, and not active.
        LockedInactive,
        /// Active, and not locked into the month.
        LockForgotten,
    }
}

faults! {
    /// In the priority list.
    pub enum ListFault {
        /// A list row without an id.
        ListIdEmpty,
        /// A list row without a rank.
        RankEmpty,
        /// A list row without a tier.
        TierEmpty,
        /// A list row without a count of visits.
        EdCountEmpty,
        /// A list row without a count of variances.
        VariancesEmpty,
        /// A list row without an intervention status.
        InterventionStatusEmpty,
        /// Another tier than the score leads to.
        TierDiffers,
        /// Another count of visits than the feed's.
        EdCountDiffers,
        /// Another count of variances than the record's.
        VariancesDiffer,
        /// Another intervention status than the case's.
        InterventionStatusDiffers,
        /// Active, and not on the list.
        Unlisted,
        /// On the list, and not active.
        ListedInactive,
    }
}

faults! {
    /// In the order of the priority list; two neighbours carry it.
    pub enum RankFault {
        /// Above somebody whose score is higher.
        RankedAbove,
        /// At somebody else's rank.
        RankedTwice,
    }
}

faults! {
    /// In the assignments.
    pub enum AssignmentFault {
        /// An assignment of nobody.
        AssignmentIdEmpty,
        /// An assignment without an intervention.
        InterventionEmpty,
        /// An intervention that the tier does not have.
        InterventionForeign,
        /// Neither a lead nor an escalation.
        LeadMissing,
        /// An assignment without a timing window.
        WindowEmpty,
        /// An assignment without a due date.
        DueEmpty,
        /// An assignment without an escalation status.
        EscalationEmpty,
        /// An escalation status that is not in the closed list.
        EscalationForeign,
        /// An assignment without the time of its validation.
        ValidationEmpty,
        /// A lead whose capacity nobody knows.
        LeadUnknown,
        /// A lead who is away until it is too late.
        LeadAway,
        /// A lead without a free slot.
        LeadOverbooked,
        /// A lead whose role may not lead the intervention.
        LeadUnauthorized,
        /// High priority, escalated, and without a lead.
        HighUnassigned,
        /// Due after the tier's limit.
        DueLate,
        /// Due before the list was made.
        DueEarly,
        /// Escalated without a barrier code.
        EscalatedUncoded,
        /// Escalated with a barrier code that nobody agreed on.
        EscalatedForeign,
        /// Escalated after the huddle had closed.
        EscalatedLate,
        /// Assigned after the limit.
        ValidatedLate,
        /// Assigned, and not on the list.
        AssignedUnlisted,
    }
}
