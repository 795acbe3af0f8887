package com.thec1rcle.kernel.promo;

import com.thec1rcle.kernel.money.Money;

/** Which promo code an order used, and what it saved. */
public record AppliedPromo(PromoCodeId promoCodeId, String code, Money discount) {}
