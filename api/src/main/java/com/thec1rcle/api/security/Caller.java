package com.thec1rcle.api.security;

import com.thec1rcle.kernel.account.PlatformRole;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.Identifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What an access token says of its bearer.
 *
 * @param verifiedEmail the address, if the issuer has verified it
 */
public record Caller(
        UserId userId,
        @Nullable String email,
        @Nullable String verifiedEmail,
        @Nullable String name,
        Set<PlatformRole> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /**
     * Reads a token whose signature and times were checked before.
     *
     * @throws IllegalArgumentException if its subject cannot be a user here
     */
    public static Caller of(Jwt token) {
        String email = token.getClaimAsString("email");
        boolean verified = Boolean.parseBoolean(String.valueOf(token.getClaims().get("email_verified")));
        return new Caller(
                userIn(token), email, verified ? email : null, token.getClaimAsString("name"), rolesIn(token));
    }

    private static UserId userIn(Jwt token) {
        String subject = token.getSubject();
        if (subject == null) {
            throw new IllegalArgumentException("The token has no subject.");
        }
        Identifier.requireForm(subject);
        UserId user = new UserId(subject);
        if (user.equals(Actor.SYSTEM.userId()) || user.equals(Actor.ANONYMOUS.userId())) {
            throw new IllegalArgumentException("The token's subject is a name the system keeps for itself.");
        }
        return user;
    }

    /** The platform roles among the claim's roles; those of other systems mean nothing here. */
    private static Set<PlatformRole> rolesIn(Jwt token) {
        Set<PlatformRole> roles = EnumSet.noneOf(PlatformRole.class);
        if (token.getClaims().get("roles") instanceof Collection<?> claimed) {
            Arrays.stream(PlatformRole.values())
                    .filter(role -> claimed.contains(role.name()))
                    .forEach(roles::add);
        }
        return roles;
    }
}
