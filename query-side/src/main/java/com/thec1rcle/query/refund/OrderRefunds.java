package com.thec1rcle.query.refund;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.refund.RefundView;
import com.thec1rcle.query.config.Rows;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The refunds of orders, as the guest who placed them sees them. */
@Component
public class OrderRefunds {
    private final Rows<RefundDocument> refunds;

    public OrderRefunds(@Qualifier("views") MongoTemplate mongo) {
        refunds = new Rows<>(mongo, RefundDocument.class, RefundDocument.COLLECTION);
    }

    /** By order, the oldest first; orders without refunds are left out. */
    public Map<OrderId, List<RefundView>> of(Collection<String> orderIds) {
        return refunds.findAll(where("orderId").in(orderIds)).stream()
                .sorted(Comparator.comparing(RefundDocument::at).thenComparing(RefundDocument::id))
                .map(refund -> refund.toView(false))
                .collect(Collectors.groupingBy(RefundView::orderId));
    }
}
