/** What every feature of the command side stands on: how aggregates are kept, how they are asked, how time passes. */
@NullMarked
package com.thec1rcle.command.config;

import org.jspecify.annotations.NullMarked;
