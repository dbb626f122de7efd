import "reflect-metadata";
import { type ApiTypes, v2_2 } from "@nectar-sdk/api-v2.2";
import { createNectarClient, isApiError, type NectarClient } from "@nectar-sdk/client";
import { verifyWebhook, WebhookVerificationError } from "@nectar-sdk/webhooks";
import {
  BadRequestException,
  Controller,
  Get,
  Headers,
  Injectable,
  Module,
  NotFoundException,
  Param,
  Post,
  type RawBodyRequest,
  Req,
} from "@nestjs/common";
import { NestFactory } from "@nestjs/core";

@Injectable()
class Bills {
  readonly nectar: NectarClient<ApiTypes> = createNectarClient(v2_2, {
    apiKey: "formats-key-1",
    baseUrl: process.env["SERVER"] ?? "",
  });

  async list(): Promise<string[]> {
    return (await this.nectar.documents.listByCompany("c").toArray()).map(({ id }) => id);
  }
}

@Controller()
class BillsController {
  constructor(readonly bills: Bills) {}

  @Get("bills")
  list(): Promise<string[]> {
    return this.bills.list();
  }

  @Get("bills/:id")
  async read(@Param("id") id: string): Promise<unknown> {
    try {
      return await this.bills.nectar.documents.retrieve(id);
    } catch (error) {
      throw isApiError(error, "documents.retrieve", 404) ? new NotFoundException() : error;
    }
  }

  @Post("webhooks")
  async receive(@Req() request: RawBodyRequest<Request>, @Headers() headers: Record<string, string>): Promise<string> {
    try {
      return (await verifyWebhook(request.rawBody ?? "", headers, process.env["SECRET"] ?? "")).type;
    } catch (error) {
      throw error instanceof WebhookVerificationError ? new BadRequestException(error.code) : error;
    }
  }
}

@Module({ controllers: [BillsController], providers: [Bills] })
class AppModule {}

async function main(): Promise<void> {
  const app = await NestFactory.create(AppModule, { rawBody: true, logger: ["error"] });
  await app.listen(0, "127.0.0.1");
  console.log(await app.getUrl());
  process.once("SIGTERM", () => void app.close());
}

void main();
