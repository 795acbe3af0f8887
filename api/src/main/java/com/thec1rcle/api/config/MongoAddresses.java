package com.thec1rcle.api.config;

/**
 * Where the two MongoDB databases are, as connection strings that name a database.
 *
 * @param views rebuilt from events at will
 * @param vault must not be lost
 */
public record MongoAddresses(String views, String vault) {}
