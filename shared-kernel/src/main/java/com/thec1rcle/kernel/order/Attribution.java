package com.thec1rcle.kernel.order;

import com.thec1rcle.kernel.promoter.LinkId;
import com.thec1rcle.kernel.promoter.PromoterId;

/** Which promoter an order came by. */
public record Attribution(PromoterId promoterId, LinkId linkId, String code) {}
