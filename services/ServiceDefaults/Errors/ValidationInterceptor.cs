using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Truceline.ServiceDefaults.Errors;

/// <summary>Checks what holds for every text and runs the request's validator, if one is registered. Violations end the call as <see cref="ExceptionTable"/> says.
/// What a client streams is not looked at here: each message is checked where it is read (<see cref="RequestChecks"/>), so that it can fail alone.</summary>
internal sealed class ValidationInterceptor : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Validate(request, context);
        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Validate(request, context);
        return continuation(request, responseStream, context);
    }

    private static void Validate<TRequest>(TRequest request, ServerCallContext context)
    {
        if (request is IMessage message)
        {
            var violations = new FieldViolations();
            var reason = RequestChecks.Check(context.GetHttpContext().RequestServices, message, violations);
            violations.ThrowIfAny(reason ?? "REQUEST_INVALID");
        }
    }
}

/// <summary>Checks one message, for calls in which each message of a stream fails alone.</summary>
public static class RequestChecks
{
    /// <summary>Checks what holds for every text, and runs the message's validator.</summary>
    /// <param name="services">Where its validator is registered.</param>
    /// <param name="message">The message.</param>
    /// <param name="violations">Takes what is wrong, by proto path.</param>
    /// <returns>The validator's reason; null when the message has no validator.</returns>
    public static string? Check(IServiceProvider services, IMessage message, FieldViolations violations)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(violations);
        StringRules.Check(message, violations);
        return RequestValidators.Check(services, message, violations);
    }
}
