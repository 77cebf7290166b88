using System.Text.Json;
using CpAssistant.Configuration;
using CpAssistant.KnowledgeBase;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CpAssistant.Conversations;

/// <summary><c>POST /api/ask</c>: takes and returns a batch line.</summary>
internal static class AskRoutes
{
    internal static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<ConversationRunner>()
        .AddSingleton<Pseudonyms>()
        .AddSingleton<ConversationStore>()
        .AddSingleton<TurnRunner>();

    internal static void MapConversations(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/ask", AskAsync)
            .WithName("Ask")
            .WithTags("ask")
            .WithSummary("Answers the last turn of a conversation, with citations.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .AddOpenApiOperationTransformer(DescribeBodyAsync);

    private static async Task<Results<Ok<ConversationReply>, ProblemHttpResult>> AskAsync(
        HttpRequest request, KnowledgeStore store, ConversationRunner runner, Limits limits, CancellationToken cancellation)
    {
        ConversationRequestResult result;
        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellation);
            result = ConversationRequest.Read(json.RootElement, limits);
        }
        catch (JsonException exception)
        {
            result = new ConversationRequestResult.Bad(null, $"không phải JSON hợp lệ (dòng {exception.LineNumber + 1}, vị trí {exception.BytePositionInLine})");
        }

        if (result is not ConversationRequestResult.Good { Request: var conversation })
        {
            return TypedResults.Problem(((ConversationRequestResult.Bad)result).Reason, statusCode: StatusCodes.Status400BadRequest);
        }

        var (outcome, elapsed) = runner.Run(conversation.Turns, store.Current);
        return TypedResults.Ok(ConversationReply.Of(conversation.Id, outcome, elapsed));
    }

    /// <summary>The body is read by hand, for its own messages, so it is described by hand.</summary>
    private static async Task DescribeBodyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation) =>
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(ConversationRequest), null, cancellation) },
            },
        };
}
