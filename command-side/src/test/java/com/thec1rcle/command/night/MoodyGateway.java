package com.thec1rcle.command.night;

import com.thec1rcle.command.payment.GatewayUnavailable;
import com.thec1rcle.command.payment.PaymentGateway;
import com.thec1rcle.command.payment.PaymentGateway.Capture;
import com.thec1rcle.command.payment.PaymentGateway.Refund;
import com.thec1rcle.command.payment.RefundRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/**
 * Stands before the sandbox and keeps books as a gateway does: what it took of each payment, what it gave back under
 * each key. In a mood it is down, or does what it is asked and does not say so, or gives nothing back.
 */
final class MoodyGateway implements InvocationHandler {
    /** How it feels. */
    enum Mood {
        WILLING,
        DOWN,
        MUTE,
        GIVING_NOTHING_BACK
    }

    /** By payment. */
    final Map<String, Long> taken = new HashMap<>();

    /** By payment. */
    final Map<String, Long> givenBack = new HashMap<>();

    private final Map<String, Refund> answers = new HashMap<>();
    private final PaymentGateway sandbox;
    private Mood mood = Mood.WILLING;

    private MoodyGateway(PaymentGateway sandbox) {
        this.sandbox = sandbox;
    }

    static MoodyGateway before(PaymentGateway sandbox) {
        return new MoodyGateway(sandbox);
    }

    PaymentGateway asGateway() {
        return (PaymentGateway) Proxy.newProxyInstance(
                PaymentGateway.class.getClassLoader(), new Class<?>[] {PaymentGateway.class}, this);
    }

    void be(Mood next) {
        mood = next;
    }

    void forgetEverything() {
        mood = Mood.WILLING;
        taken.clear();
        givenBack.clear();
        answers.clear();
    }

    /** Money that a guest paid without our asking for it. */
    void take(String paymentId, long amount) {
        taken.put(paymentId, amount);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (mood == Mood.DOWN) {
            throw new GatewayUnavailable("Down.", null);
        }
        Object answer = answer(method, arguments);
        if (mood == Mood.MUTE) {
            throw new GatewayUnavailable("No answer.", null);
        }
        return answer;
    }

    private Object answer(Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("refund")) {
            RefundRequest request = (RefundRequest) arguments[0];
            return answers.computeIfAbsent(request.idempotencyKey(), key -> giveBack(request));
        }
        try {
            Object answer = method.invoke(sandbox, arguments);
            if (answer instanceof Capture.Taken money) {
                taken.put((String) arguments[1], money.amount().amount());
            }
            return answer;
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private Refund giveBack(RefundRequest request) {
        if (mood == Mood.GIVING_NOTHING_BACK) {
            return new Refund.Failed("No balance.");
        }
        givenBack.merge(request.paymentId(), request.amount().amount(), Long::sum);
        return sandbox.refund(request);
    }
}
