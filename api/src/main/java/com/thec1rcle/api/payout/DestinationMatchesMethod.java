package com.thec1rcle.api.payout;

import com.thec1rcle.kernel.payout.PayoutMethod;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A payout names the destination that its method needs, and no other; and an amount above zero. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DestinationMatchesMethod.Validator.class)
@interface DestinationMatchesMethod {
    String message() default "does not match";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the field that is wrong, not the whole. */
    final class Validator
            implements ConstraintValidator<DestinationMatchesMethod, PromoterPayoutController.PayoutRequest> {
        @Override
        @SuppressWarnings("NullAway") // Validation looks at a body before its parts are known to be there.
        public boolean isValid(PromoterPayoutController.PayoutRequest body, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            boolean valid = true;
            if (body.amount() != null && body.amount().amount() <= 0) {
                valid = refuse(context, "amount", "must be above zero");
            }
            if (body.method() != null && (body.upi() != null) != (body.method() == PayoutMethod.UPI)) {
                valid = refuse(context, "upi", body.upi() == null ? "is needed for UPI" : "is for UPI only");
            }
            if (body.method() != null && (body.bank() != null) != (body.method() == PayoutMethod.BANK_TRANSFER)) {
                valid = refuse(
                        context,
                        "bank",
                        body.bank() == null ? "is needed for a bank transfer" : "is for a bank transfer only");
            }
            return valid;
        }

        private static boolean refuse(ConstraintValidatorContext context, String field, String message) {
            context.buildConstraintViolationWithTemplate(message)
                    .addPropertyNode(field)
                    .addConstraintViolation();
            return false;
        }
    }
}
