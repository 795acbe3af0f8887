package com.thec1rcle.command.night;

import com.thec1rcle.command.night.MoodyGateway.Mood;
import java.util.List;

/**
 * Something that somebody does, or that happens to the house, in a night. Orders, tickets and refunds are counted from
 * the first of the night, round and round.
 */
sealed interface Action {
    /** A guest orders so many of each tier. */
    record Place(int guest, List<Integer> quantities, Words words) implements Action {}

    /** A guest orders and pays, and everybody does what there is to do meanwhile. */
    record Buy(int guest, List<Integer> quantities, Words words) implements Action {}

    /** A guest opens the checkout and pays when the hold has lapsed; meanwhile a rival orders and pays the same. */
    record BuyLate(int guest, List<Integer> quantities, int rival) implements Action {}

    /** As placing, but the power goes after so many questions; then the guest asks the same again. */
    record PlaceTwice(int guest, List<Integer> quantities, Words words, int questions) implements Action {}

    /** What a guest brings to make an order cheaper. */
    enum Words {
        NONE,
        LINK,
        PROMO_CODE,
        BOTH;

        boolean byLink() {
            return this == LINK || this == BOTH;
        }

        boolean byPromoCode() {
            return this == PROMO_CODE || this == BOTH;
        }
    }

    /** The guest gives up before paying. */
    record GiveUp(int order) implements Action {}

    /** The guest opens the checkout. */
    record BeginToPay(int order) implements Action {}

    /** The guest pays at the checkout and brings the proof; or the payment fails. */
    record Pay(int order, boolean success) implements Action {}

    /** The gateway says that it took money: of the order's payment, or of another one, or too little of that. */
    record Notice(int order, Payment payment) implements Action {}

    /** Which payment the gateway speaks of. */
    enum Payment {
        THE_GUESTS,
        A_SECOND_ONE,
        TOO_LITTLE
    }

    /** A guest wants tickets of an order back: the one, or all that are left. */
    record GiveBack(int order, int ticket, boolean all, boolean asAdmin) implements Action {}

    /** Somebody says yes or no to a refund. */
    record Judge(int refund, int judge, boolean yes) implements Action {}

    /** A guest gives a ticket to another. */
    record HandOver(int order, int ticket, int to) implements Action {}

    /** A code is shown at the door, on the way in or out: the ticket's own, or one that it had before it changed hands. */
    record Scan(int order, int ticket, int people, boolean latest, boolean out) implements Action {}

    /** The answer to a scan was lost, so it is asked again. */
    record ScanAgain(int scan) implements Action {}

    /** A scan is taken back, by who may do so or by who may not. */
    record Undo(int scan, boolean byManager) implements Action {}

    /** A guest waits for so many of a tier. */
    record Queue(int guest, int tier, int quantity) implements Action {}

    /** A guest waits no more. */
    record LeaveQueue(int guest, int tier) implements Action {}

    /** The event's people change a tier's stock. */
    record Restock(int tier, int stock) implements Action {}

    /** The event's people change how often the promo code may be used. */
    record LimitPromoCode(int uses) implements Action {}

    /** The event is called off. */
    record CallOff() implements Action {}

    /** Time passes. */
    record Wait(int minutes) implements Action {}

    /** Whatever is due rings. */
    record Ring() implements Action {}

    /** The gateway is asked about money whose end is unknown; the power goes after so many questions. */
    record Inquire(int questions) implements Action {}

    /** The gateway changes its mood. */
    record Turn(Mood mood) implements Action {}

    /** A process handles its next events. */
    record Work(int process, int events) implements Action {}

    /** Every process handles its next events. */
    record WorkAll() implements Action {}

    /** The power goes while a process handles its next event, after so many questions. */
    record CutShort(int process, int questions) implements Action {}

    /** The power goes while every process works, after so many questions of each. */
    record CutAllShort(int questions) implements Action {}

    /** A process handles its last events again. */
    record Again(int process, int events) implements Action {}
}
