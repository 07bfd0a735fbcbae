//! What the finance office of either pilot gets wrong: in the file that is paid on, and in what is said about it.

use crate::sample::fault::faults;

faults! {
    /// In the file that is paid on.
    pub enum FileFault {
        /// A row without its month.
        MonthEmpty,
        /// A row without the count of those who are paid for.
        CountEmpty,
        /// A row without the figure that is paid on.
        FigureEmpty,
        /// A row without the lag.
        LagEmpty,
        /// A row without the status of the triggers.
        TriggerEmpty,
        /// A status of the triggers that is not in the closed list.
        TriggerForeign,
        /// A row without the number of open questions.
        QuestionsEmpty,
        /// Another count than that of the locked rows.
        CountDiffers,
        /// Another figure than the methodology gives.
        FigureDiffers,
        /// Another lag than the agreed method gives.
        LagDiffers,
        /// Another status than the outcome report leads to.
        TriggerDiffers,
        /// Another number of questions than are open.
        QuestionsDiffer,
        /// A month that the file leaves out.
        MonthMissing,
        /// A month that had not ended.
        MonthTooMany,
    }
}

faults! {
    /// In what the committee decided, and what was said.
    pub enum PositionFault {
        /// A decision without its code.
        BoardCodeEmpty,
        /// A decision without a position.
        PositionEmpty,
        /// A position that is not in the closed list.
        PositionForeign,
        /// A decision without a date.
        BoardDateEmpty,
        /// A decision without an owner.
        BoardOwnerEmpty,
        /// A decision without a rating of the risk that is left.
        RiskEmpty,
        /// A decision without a next checkpoint.
        BoardCheckpointEmpty,
        /// An open methodology question that the decision does not mention.
        MethodologyUnnoted,
        /// A lag that the decision does not mention.
        LagUnnoted,
        /// An open question of data, or of event closure, that the decision does not mention.
        DependencyUnnoted,
        /// A position above what the evidence allows.
        PositionAbove,
        /// More approved than the figures give.
        ApprovedAbove,
        /// A board statement that names no evidence.
        StatementUnproven,
        /// A board statement on an older file.
        StatementOutdated,
        /// A board statement with another amount.
        StatementAmountDiffers,
        /// A board statement above what the evidence allows.
        StatementAbove,
        /// A board statement on a month that the file does not have.
        StatementOfNoMonth,
        /// A board statement dated after today.
        StatementPostdated,
        /// Restricted, and nobody follows up.
        RestrictedUnowned,
        /// Said outside before anything was decided.
        ExternalUndecided,
        /// Said outside above what was decided.
        ExternalAbovePosition,
        /// Said outside with more than was approved.
        ExternalAboveAmount,
        /// Decided on the day after the meeting.
        DecidedLate,
        /// Not decided at the meeting.
        MonthUndecided,
        /// Material, and left to wait for the meeting.
        MaterialWaited,
    }
}
