//! Which event can carry which fault, so that it says something false about that event, and only that.

use super::agreement::{CATEGORIES, COMPLETION_MINUTES, NO_COVER, RECORD_MINUTES, RELEASE_MINUTES, WRONG_DOOR};
use super::bundle::{is_open, release};
use super::clock::Moment;
use super::course::{Class, Ruling};
use super::event::Event;
use super::fault::{
    BundleFault as Bundle, CompletionFault as Ended, OutcomeFault, QualificationFault as Ruled, RecordFault as Record,
};
use crate::sample::calendar::{at, days_after};
use crate::sample::fault::{Carrier, Fault};

impl Carrier for Event {
    fn suits(&self, fault: Fault) -> bool {
        // Work of the last days may still be under way.
        let long_ago = Moment::now().minutes_since(self.received) > 8 * 24 * 60;
        let needs_now = matches!(
            fault,
            Fault::Qualification(
                Ruled::ClarificationUnowned
                    | Ruled::ClarificationOpenEnded
                    | Ruled::ClarificationOverdue
                    | Ruled::ClarificationPastWindow
            ) | Fault::Bundle(Bundle::ResponderAway | Bundle::ResponderOverbooked)
        );
        if self.fault.is_some() || (!long_ago && !needs_now) {
            return false;
        }
        match fault {
            Fault::Record(fault) => self.suits_record(fault),
            Fault::Qualification(fault) => self.suits_ruling(fault),
            Fault::Bundle(fault) => self.suits_bundle(fault),
            Fault::Completion(fault) => self.suits_completion(fault),
            Fault::Outcome(OutcomeFault::ClaimedEscalated) => self.is_qualified() && self.escalation.is_some(),
            Fault::Outcome(OutcomeFault::ClaimedUnlocked) => self.is_rejected() && self.escalation.is_none(),
            _ => false,
        }
    }

    /// What is done wrong is then done: what is qualified by mistake is answered like any other event.
    fn carry(&mut self, fault: Fault) {
        self.fault = Some(fault);
        match fault {
            Fault::Record(fault) => self.carry_in_record(fault),
            Fault::Qualification(fault) => self.carry_in_ruling(fault),
            Fault::Bundle(Bundle::Unreleased) => self.claim = None,
            Fault::Bundle(Bundle::ReleasedLate) => {
                self.released = self.last_ruling().map(|ruling| ruling.at.plus(RELEASE_MINUTES + 20));
            }
            Fault::Completion(Ended::CompletedLate) => self.complete_late(),
            Fault::Outcome(_) => self.claim = Some("ed"),
            _ => {}
        }
    }
}

impl Event {
    fn is_rejected(&self) -> bool {
        self.class() == Some(Class::Rejected)
    }

    fn last_ruling(&self) -> Option<Ruling> {
        self.rulings.last().copied()
    }

    /// Rejected by a rule, at the first look.
    fn is_rejected_at_once(&self) -> bool {
        self.is_rejected() && self.rulings.len() == 1 && self.rule_code.is_some()
    }

    /// How long after the referral something happened.
    fn minutes_to(&self, moment: Option<Moment>) -> i64 {
        moment.map_or(i64::MAX, |moment| moment.minutes_since(self.received))
    }

    fn suits_record(&self, fault: Record) -> bool {
        let by_hand = self.is_rejected() && self.manual_code.is_some() && self.single;
        let ruled = self.minutes_to(self.last_ruling().map(|ruling| ruling.at));
        let at_once = self.is_rejected_at_once();
        match fault {
            Record::RecordCodeMissing | Record::RecordCodeForeign | Record::RecordCodeDiffers => {
                self.is_rejected() && self.rule_code.is_some()
            }
            Record::RecordCodeUncalled | Record::ReferralLost => by_hand,
            // Whatever triage would have said, an earlier criterion has decided.
            Record::TriageMissing => at_once && matches!(self.rule_code, Some(WRONG_DOOR | NO_COVER)),
            Record::RecordedLate => ruled > RECORD_MINUTES + 50 && self.rulings.len() == 1,
            Record::RecordedAfterDecision => at_once && ruled + 5 <= RECORD_MINUTES,
            Record::RecordedAfterRelease => {
                self.is_qualified() && self.rulings.len() == 1 && self.minutes_to(release(self)) + 5 <= RECORD_MINUTES
            }
            Record::Unrecorded => at_once,
            _ => self.class().is_some(),
        }
    }

    fn carry_in_record(&mut self, fault: Record) {
        match fault {
            Record::RecordedLate => self.recorded = Some(self.received.plus(RECORD_MINUTES + 35)),
            Record::RecordedAfterDecision => self.recorded = self.last_ruling().map(|ruling| ruling.at.plus(5)),
            Record::RecordedAfterRelease => self.recorded = self.released.map(|released| released.plus(5)),
            Record::Unrecorded => self.rulings.clear(),
            _ => {}
        }
    }

    fn suits_ruling(&self, fault: Ruled) -> bool {
        let at_once = self.is_rejected_at_once();
        let (ruled, answered) = (self.class().is_some(), release(self).is_some());
        match fault {
            Ruled::RulingTimeEmpty
            | Ruled::RuledLate
            | Ruled::Unruled
            | Ruled::RuledUnrecorded
            | Ruled::RulingUnregistered => at_once,
            Ruled::UnfitQualified => at_once && self.completion.is_some() && CATEGORIES.contains(&self.category),
            Ruled::RulingCodeEmpty
            | Ruled::RulingCodeForeign
            | Ruled::RejectionUncoded
            | Ruled::RejectionForeign
            | Ruled::RejectionDiffers
            | Ruled::RulingRegisteredOtherwise
            | Ruled::LockedUnqualified => self.is_rejected() && self.rule_code.is_some(),
            Ruled::ClarificationUnowned
            | Ruled::ClarificationOpenEnded
            | Ruled::ClarificationOverdue
            | Ruled::ClarificationPastWindow => self.class() == Some(Class::Pending),
            Ruled::TriggerMissing | Ruled::TriggerUnfit | Ruled::LockedParticipantDiffers => self.is_qualified(),
            Ruled::EventLockForgotten | Ruled::LockedMonthDiffers => self.is_qualified() && self.claim.is_none(),
            Ruled::RegisteredLate => self.is_qualified() && answered,
            Ruled::RulingParticipantEmpty
            | Ruled::RulingReviewerEmpty
            | Ruled::RulingControlStatusEmpty
            | Ruled::RulingCheckpointEmpty
            | Ruled::RulingUnauthorized
            | Ruled::RulingParticipantDiffers => ruled,
        }
    }

    fn carry_in_ruling(&mut self, fault: Ruled) {
        let released = self.released;
        let next_business_day = self.recorded.map(Moment::next_business_day);
        let Some(last) = self.rulings.last_mut() else { return };
        match (fault, released, next_business_day) {
            (Ruled::UnfitQualified, ..) => last.class = Class::Qualified,
            (Ruled::RegisteredLate, Some(released), _) => last.registered = released.plus(15),
            (Ruled::RuledLate, _, Some(day)) => {
                let late = Moment::local(at(days_after(day, 1), 9, 10));
                (last.at, last.registered) = (late, late.plus(12));
            }
            (Ruled::Unruled, ..) => self.rulings.clear(),
            _ => {}
        }
    }

    fn suits_bundle(&self, fault: Bundle) -> bool {
        let answered = self.is_qualified() && release(self).is_some();
        match fault {
            Bundle::ResponderAway | Bundle::ResponderOverbooked => answered && is_open(self),
            Bundle::ProfileMissing => answered && self.single,
            Bundle::ResponderUnauthorized => answered && self.risk_score >= 60,
            Bundle::RejectedReleased => self.is_rejected_at_once() && self.completion.is_some(),
            Bundle::ReleasedLate => {
                let reviewed = self.completion.as_ref().map(|completion| completion.reviewed);
                let ruled = self.minutes_to(self.last_ruling().map(|ruling| ruling.at));
                answered && reviewed.is_some() && self.minutes_to(reviewed) > ruled + RELEASE_MINUTES + 60
            }
            _ => answered && self.completion.is_some(),
        }
    }

    fn suits_completion(&self, fault: Ended) -> bool {
        let Some(completion) = &self.completion else { return false };
        let answered = self.is_qualified() && release(self).is_some();
        let (plain, undone) = (self.claim.is_none(), completion.undone.is_some());
        let ends_out = completion.status == "escalated_out";
        match fault {
            Ended::CompletedUnreleased => self.is_rejected_at_once(),
            Ended::CompletionStatusEmpty | Ended::CompletionStatusForeign | Ended::Uncompleted => answered && plain,
            Ended::CompletionEscalationEmpty => answered && !completion.escalated,
            Ended::CompletionValidationEmpty | Ended::CompletionTimeEmpty => answered && !completion.escalated && plain,
            Ended::ReasonMissing | Ended::ReasonForeign => answered && undone,
            Ended::StabilizedUnproven => answered && undone && plain && !ends_out && !completion.escalated,
            Ended::BarrierUnowned => answered && ends_out,
            Ended::EscalatedUnplanned | Ended::EscalatedValidatedLate | Ended::EscalatedValidatedEarly => {
                answered && completion.escalated
            }
            Ended::CompletedLate => answered && plain && !completion.escalated,
            _ => answered,
        }
    }

    /// The review comes after the limit, and what follows it later still.
    fn complete_late(&mut self) {
        let (Some(released), Some(completion)) = (self.released, &mut self.completion) else { return };
        completion.reviewed = released.plus(COMPLETION_MINUTES + 95);
        completion.validated = completion.reviewed.plus(30);
    }
}
