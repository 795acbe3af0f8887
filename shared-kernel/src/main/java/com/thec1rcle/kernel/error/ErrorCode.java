package com.thec1rcle.kernel.error;

/** Every way the system says no, with the HTTP status it answers; a code is never renamed. */
public enum ErrorCode {
    // Any feature
    MALFORMED_REQUEST(400),
    VALIDATION_FAILED(400),
    INVALID_CURSOR(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    ALREADY_EXISTS(409),
    CONCURRENT_CHANGE(409),
    IDEMPOTENCY_KEY_REUSED(409),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    TOO_BUSY(503),
    OUTCOME_UNKNOWN(503),

    // Accounts
    EMAIL_TAKEN(409),
    CREDENTIALS_INVALID(401),
    PLATFORM_ROLE_OWN(422),

    // Venues, staff, calendar
    VENUE_DETAILS_INVALID(422),
    PERIOD_INVALID(422),
    PERIOD_TAKEN(409),
    BLOCK_NOT_FOUND(404),
    STAFF_ALREADY_INVITED(409),
    STAFF_NOT_FOUND(404),
    STAFF_OWN_ROLE(422),
    STAFF_NOT_LINKED(409),
    STAFF_INACTIVE(409),
    STAFF_ROLE_INVALID(422),

    // Partnerships
    PARTNERSHIP_STATE(409),
    PARTNERSHIP_BLOCKED(409),
    PARTNERSHIP_REQUIRED(403),

    // Slots
    SLOT_TAKEN(409),
    SLOT_REQUEST_CLOSED(409),
    SLOT_LAPSED(409),

    // Events
    EVENT_STATE(409),
    EVENT_LOCKED(409),
    EVENT_NOT_READY(422),
    EVENT_DETAILS_INVALID(422),

    // Tiers, orders, payments
    TIER_INVALID(422),
    TIER_NOT_FOUND(404),
    STOCK_BELOW_COMMITTED(409),
    SOLD_OUT(409),
    LIMIT_EXCEEDED(422),
    SALES_CLOSED(422),
    ACCESS_CODE_REQUIRED(422),
    PROMOTER_CODE_INVALID(422),
    PROMO_CODE_INVALID(422),
    ORDER_STATE(409),
    ORDER_EXPIRED(409),
    ORDER_TOTAL_TOO_SMALL(422),
    PAYMENT_NOT_REQUIRED(409),
    PAYMENT_SIGNATURE_INVALID(422),
    PAYMENT_MISMATCH(422),
    PAYMENT_NOT_FOUND(404),
    GATEWAY_UNAVAILABLE(503),
    TICKET_NOT_FOUND(404),
    TICKET_STATE(409),
    RECIPIENT_UNKNOWN(422),
    RECIPIENT_SELF(422),

    // Refunds
    REFUND_STATE(409),
    REFUND_UNDER_WAY(409),
    REFUND_TOO_SMALL(422),
    REFUND_SELF_APPROVAL(403),
    TICKET_USED(409),
    TICKET_TRANSFERRED(409),
    TICKET_REFUNDED(409),

    // Promoters and payouts
    PROMOTER_NOT_APPROVED(403),
    PROMOTER_ACCESS_DENIED(403),
    LINK_INACTIVE(409),
    INSUFFICIENT_BALANCE(409),
    PAYOUT_BELOW_MINIMUM(422),
    PAYOUT_STATE(409),
    PAYOUT_SELF_APPROVAL(403),
    PAYOUT_DESTINATION_INVALID(422),

    // Profiles, following, notifications
    SLUG_TAKEN(409),
    SLUG_INVALID(422),
    PROFILE_INVALID(422),
    FOLLOW_TARGET_UNKNOWN(404),

    // Registers
    REGISTER_CLOSED(409),
    REGISTER_ENTRY_NOT_FOUND(404),
    REGISTER_ENTRY_STATE(409),
    REGISTER_ENTRY_INVALID(422),

    // Operation
    PROJECTION_NOT_FOUND(404),
    REPLAY_RUNNING(409);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status that this refusal answers. */
    public int status() {
        return status;
    }

    /** Whether asking again later may well be answered otherwise: nothing was decided. */
    public boolean isTransient() {
        return status == 503 || this == CONCURRENT_CHANGE;
    }
}
