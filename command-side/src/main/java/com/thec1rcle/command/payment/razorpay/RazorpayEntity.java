package com.thec1rcle.command.payment.razorpay;

import com.razorpay.Entity;
import com.thec1rcle.command.payment.GatewayUnavailable;
import com.thec1rcle.kernel.money.Money;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** Reads what the gateway answers and believes none of it: what is missing or absurd makes the answer none at all. */
record RazorpayEntity(JSONObject json) {
    private static final int LONGEST_REASON = 250;

    static RazorpayEntity of(@Nullable Entity entity) {
        if (entity == null || entity.toJson() == null) {
            throw nonsense("nothing");
        }
        return new RazorpayEntity(entity.toJson());
    }

    String id() {
        String id = text("id");
        if (id == null || !RazorpayPaymentGateway.isId(id)) {
            throw nonsense("no id");
        }
        return id;
    }

    String status() {
        String status = text("status");
        if (status == null) {
            throw nonsense("no status");
        }
        return status;
    }

    Money amount() {
        Object amount = json.opt("amount");
        String currency = text("currency");
        if (!(amount instanceof Integer || amount instanceof Long) || currency == null) {
            throw nonsense("no amount");
        }
        try {
            return new Money(((Number) amount).longValue(), currency);
        } catch (IllegalArgumentException unheardOf) {
            throw nonsense("a currency that is none");
        }
    }

    void requireAmount(Money expected) {
        if (!amount().equals(expected)) {
            throw nonsense("another amount");
        }
    }

    long createdAt() {
        return json.optLong("created_at", Long.MAX_VALUE);
    }

    /** What we noted on it. */
    @Nullable
    String note(String name) {
        JSONObject notes = json.optJSONObject("notes");
        return notes == null ? null : notes.optString(name, null);
    }

    @Nullable
    String text(String field) {
        return json.opt(field) instanceof String text && !text.isBlank() ? text : null;
    }

    /** Why it failed, in the gateway's words, shortened. */
    @Nullable
    String reason() {
        String reason = text("error_description");
        return reason == null ? null : shortened(reason);
    }

    static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static GatewayUnavailable nonsense(String what) {
        return new GatewayUnavailable("The gateway answered with " + what + ".", null);
    }
}
