package org.stepback.web;

import java.time.Duration;
import java.util.regex.Pattern;

/// The limits of connections.
///
/// @param perAddress the most that one network address has open
/// @param headTime the longest that the head of a request may take, from its first bytes on
/// @param proxies whose connections are not counted: each visitor behind a proxy has its address
record ConnectionLimits(int perAddress, Duration headTime, Pattern proxies) {}
