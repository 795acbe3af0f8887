package com.thec1rcle.command.payment.razorpay;

import com.razorpay.RazorpayException;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client under Razorpay's library, which has one for all of the JVM and lets nobody choose its address, its
 * limits or the headers of one call. It is put in its place once, by reflection; what differs from call to call
 * travels with the thread that calls, because the library's own way of adding headers is shared by all threads.
 */
final class RazorpayTransport implements Interceptor {
    private static final String IDEMPOTENCY_HEADER = "X-Refund-Idempotency";
    private static final long LONGEST_ANSWER = 1 << 20;
    private static final int CONNECT_SECONDS = 3;
    private static final int SILENCE_SECONDS = 10;
    private static final int CALL_SECONDS = 30;
    private static final ThreadLocal<@Nullable RazorpayCall> CALL = new ThreadLocal<>();

    private static boolean installed;

    private RazorpayTransport() {}

    /** Something the library is asked to do. */
    @FunctionalInterface
    interface Asking<T> {
        T ask() throws RazorpayException;
    }

    /** Takes the place of the library's client; the first time only. */
    static synchronized void install() {
        if (installed) {
            return;
        }
        OkHttpClient client = new OkHttpClient.Builder()
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(SILENCE_SECONDS, TimeUnit.SECONDS)
                .writeTimeout(SILENCE_SECONDS, TimeUnit.SECONDS)
                .callTimeout(CALL_SECONDS, TimeUnit.SECONDS)
                // Who repeats a call must know that it is one; keys go nowhere they were not sent to.
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .addInterceptor(new RazorpayTransport())
                .build();
        try {
            Field field = Class.forName("com.razorpay.ApiUtils").getDeclaredField("client");
            field.setAccessible(true);
            field.set(null, client);
            installed = true;
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("Razorpay's library is not the version this was made for.", changed);
        }
    }

    /** Asks the library on this thread. */
    static <T> T send(RazorpayCall call, Asking<T> asking) throws RazorpayException {
        CALL.set(call);
        try {
            return asking.ask();
        } finally {
            CALL.remove();
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        RazorpayCall call = CALL.get();
        Request request = chain.request();
        return bounded(chain.proceed(call == null ? request : addressed(request, call)));
    }

    private static Request addressed(Request request, RazorpayCall call) {
        Request.Builder addressed = request.newBuilder().url(at(request.url(), call.baseUrl()));
        if (call.idempotencyKey() != null) {
            addressed.header(IDEMPOTENCY_HEADER, call.idempotencyKey());
        }
        return addressed.build();
    }

    private static HttpUrl at(HttpUrl url, URI baseUrl) {
        HttpUrl base = HttpUrl.get(baseUrl);
        return url.newBuilder()
                .scheme(base == null ? url.scheme() : base.scheme())
                .host(base == null ? url.host() : base.host())
                .port(base == null ? url.port() : base.port())
                .build();
    }

    /** An answer longer than any that makes sense is none. */
    private static Response bounded(Response response) throws IOException {
        try (ResponseBody whole = response.body()) {
            ResponseBody read = response.peekBody(LONGEST_ANSWER + 1);
            if (read.contentLength() > LONGEST_ANSWER) {
                throw new IOException("The answer is too long.");
            }
            return response.newBuilder().body(read).build();
        }
    }
}
