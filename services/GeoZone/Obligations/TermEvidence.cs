using Truceline.GeoZone.Claims;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Obligations;

/// <summary>A claim that bears on a term.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Bearing">How it bears on the term.</param>
/// <param name="IsCertain">Whether place, time and doer are such that the term is concerned for certain, if the claim is true.</param>
/// <param name="PartyIds">Parties and observers that the claim names as doers.</param>
/// <param name="IsByVerifier">Whether one says it whom the term names to verify it.</param>
internal sealed record TermEvidence(ReceivedClaim Claim, Bearing Bearing, bool IsCertain, IReadOnlyList<string> PartyIds, bool IsByVerifier);
