package com.thec1rcle.query.event;

import com.thec1rcle.kernel.event.PromoterTerms;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.promoter.PromoterId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which promoters may sell an event, as stored. */
record PromotersDocument(
        boolean enabled, PromoterTerms.Mode mode, List<String> promoterIds, Rate commission, Rate discount) {

    static PromotersDocument of(PromoterTerms terms) {
        return new PromotersDocument(
                terms.enabled(),
                terms.mode(),
                terms.promoterIds().stream().map(PromoterId::value).sorted().toList(),
                terms.commission(),
                terms.discount());
    }

    PromoterTerms toTerms() {
        Set<PromoterId> ids = promoterIds.stream().map(PromoterId::new).collect(Collectors.toSet());
        return new PromoterTerms(enabled, mode, ids, commission, discount);
    }
}
