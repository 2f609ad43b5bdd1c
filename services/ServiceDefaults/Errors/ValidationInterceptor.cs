using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Truceline.ServiceDefaults.Errors;

/// <summary>Checks what holds for every text and runs the request's validator, if one is registered. Violations end the call as <see cref="ExceptionTable"/> says.</summary>
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
            StringRules.Check(message, violations);
            var reason = RequestValidators.Check(context.GetHttpContext().RequestServices, message, violations);
            violations.ThrowIfAny(reason ?? "REQUEST_INVALID");
        }
    }
}
